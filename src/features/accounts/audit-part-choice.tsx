import { clsx } from 'clsx'
import { type AuditPart, auditParts } from '@/domain/accounts/audit-words'
import { entriesOf } from '@/lib/keyed-record'
import { buttonClass } from '@/ui/button-class'

interface AuditPartChoiceProps {
  part: AuditPart
  onChange: (part: AuditPart) => void
}

/** Buttons that switch between what the user did and what was done to the user. */
export function AuditPartChoice({ part, onChange }: AuditPartChoiceProps) {
  return (
    <span role="group" aria-label="Entries" className="flex flex-wrap">
      {entriesOf(auditParts).map(([one, { label }]) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === part}
          onClick={() => onChange(one)}
          className={clsx(
            buttonClass({ variant: 'quiet', size: 'sm' }),
            one === part && 'border-line bg-selected text-ink',
          )}
        >
          {label}
        </button>
      ))}
    </span>
  )
}
