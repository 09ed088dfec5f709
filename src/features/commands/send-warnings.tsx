import type { CommandWarning } from '@/domain/commands/connection-warnings'
import { Notice } from '@/ui/notice'
import { RelativeTime } from '@/ui/relative-time'
import { UntrustedText } from '@/ui/untrusted-text'

interface WarningsProps {
  warnings: readonly CommandWarning[]
}

/** Reasons not to send a command now; read out, because they follow the dialog. */
export function SendWarnings({ warnings }: WarningsProps) {
  return (
    <div role="status" className="empty:hidden">
      {warnings.length === 0 ? null : (
        <Notice tone="warn" title="Before you send it">
          <WarningList warnings={warnings} />
        </Notice>
      )}
    </div>
  )
}

/** Warnings with their times; a single one needs no bullet. */
export function WarningList({ warnings }: WarningsProps) {
  const [first, ...others] = warnings
  if (first && others.length === 0) return <WarningText warning={first} />
  return (
    <ul className="flex list-disc flex-col gap-1 pl-4 marker:text-faint">
      {warnings.map((warning) => (
        <li key={warning.key}>
          <WarningText warning={warning} />
        </li>
      ))}
    </ul>
  )
}

function WarningText({ warning: { text, at } }: { warning: CommandWarning }) {
  return (
    <p>
      <UntrustedText isMultiline>{text}</UntrustedText>
      {at === undefined ? null : (
        <>
          {' '}
          <RelativeTime value={at} />.
        </>
      )}
    </p>
  )
}
