import { CopyButton } from './copy-button'
import { UntrustedText } from './untrusted-text'

interface CommandLinesProps {
  commands: readonly { label: string; line: string }[]
}

/** Commands for a shell, each with a button that copies it. */
export function CommandLines({ commands }: CommandLinesProps) {
  return (
    <dl>
      {commands.map(({ label, line }) => (
        <div key={label} className="mt-2">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="flex items-start gap-1 rounded-sm border border-line bg-canvas py-1 pr-1 pl-2">
            <pre
              translate="no"
              className="min-w-0 flex-1 py-0.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap"
            >
              <UntrustedText longest={2_000}>{line}</UntrustedText>
            </pre>
            <CopyButton text={line} label={`Copy line: ${label}`} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
