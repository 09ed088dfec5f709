import type { Account } from '@/api/account-schemas'
import { accountStateMeaning } from '@/domain/accounts/account-words'
import { StatusBadge } from '@/ui/status-badge'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

export function AccountStateBadge({ account }: { account: Account }) {
  const { label, tone, hint } = accountStateMeaning(account)
  return (
    <span title={visibleText(hint)}>
      <StatusBadge isPlain tone={tone}>
        <UntrustedText isCut>{label}</UntrustedText>
      </StatusBadge>
    </span>
  )
}
