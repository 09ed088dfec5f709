import type { AuditEntry } from '@/api/account-schemas'
import { auditDetails, noValue, whyNoDetails } from '@/domain/accounts/audit-details'
import { isUnreadable } from '@/lib/unreadable'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

/** The values that an action set: "Role: Support → Operator". */
export function AuditDetails({ entry }: { entry: AuditEntry }) {
  if (isUnreadable(entry, 'changes')) return <Unreadable />
  const reason = whyNoDetails(entry)
  if (reason !== undefined) return <span className="text-muted">{reason}</span>
  const details = auditDetails(entry)
  if (details.length === 0) return <UntrustedText>{undefined}</UntrustedText>
  return (
    <span>
      {details.map(({ fact, was, is }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- facts may be repeated
        <span key={index} className="block">
          <Value>{fact}</Value>
          {was === undefined && is === undefined ? null : ': '}
          {was === undefined ? null : <Value>{was}</Value>}
          {was === undefined || is === undefined ? null : ' → '}
          {is === undefined ? null : <Value>{is}</Value>}
        </span>
      ))}
    </span>
  )
}

function Value({ children }: { children: string }) {
  return (
    <UntrustedText isCut longest={120} fallback={noValue}>
      {children}
    </UntrustedText>
  )
}
