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

/** Warnings with their times. */
export function WarningList({ warnings }: WarningsProps) {
  return (
    <ul className="flex list-disc flex-col gap-1 pl-5 marker:text-faint">
      {warnings.map(({ key, text, at }) => (
        <li key={key}>
          <UntrustedText isMultiline>{text}</UntrustedText>
          {at === undefined ? null : (
            <>
              {' '}
              <RelativeTime value={at} />.
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
