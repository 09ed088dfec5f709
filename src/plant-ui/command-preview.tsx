import { commandBody } from '@/api/send-command'
import { useDeployment } from '@/api/session/session-context'
import { byteLength } from '@/domain/commands/payload-check'
import type { CommandContent } from '@/domain/commands/sent-command'
import { formatCount } from '@/lib/format-count'
import { UntrustedText } from '@/ui/untrusted-text'

/** The body of the request, byte for byte. */
export function CommandPreview({ content }: { content: CommandContent }) {
  const { config } = useDeployment()
  const body = commandBody(content, config.commandTargetKey)
  return (
    <section aria-label="What is sent" className="rounded-md border border-line">
      <div className="flex items-baseline justify-between gap-4 px-3 pt-1.5">
        <h3 className="text-sm font-medium">What is sent</h3>
        <span className="text-xs text-muted tabular-nums">
          {formatCount(byteLength(body))} bytes
        </span>
      </div>
      <pre className="max-h-48 overflow-auto px-3 py-1.5 font-mono text-sm wrap-anywhere whitespace-pre-wrap">
        <UntrustedText isMultiline longest={10_000}>
          {body}
        </UntrustedText>
      </pre>
    </section>
  )
}
