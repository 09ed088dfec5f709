import { AccountStateBadge } from './account-state'
import { CredentialUseOf } from './credential-use'
import type { Account } from '@/api/account-schemas'
import { roleLabel } from '@/domain/accounts/account-words'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Fact, Facts } from '@/ui/facts'
import { UntrustedText } from '@/ui/untrusted-text'

/** The account that an action is about, as last read. */
export function AccountSummary({ account, readAtMs }: { account: Account; readAtMs: number }) {
  const { username, role } = account
  return (
    <div className="rounded-md border border-line">
      <Facts>
        <Fact label="Username">
          <UntrustedText isUnreadable={isUnreadable(account, 'username')}>{username}</UntrustedText>
        </Fact>
        <Fact label="Role">
          <UntrustedText isUnreadable={isUnreadable(account, 'role')}>
            {roleLabel(role)}
          </UntrustedText>
        </Fact>
        <Fact label="State">
          <AccountStateBadge account={account} />
        </Fact>
        <Fact label="API credentials">
          <CredentialUseOf account={account} />
        </Fact>
      </Facts>
      <p className="border-t border-line px-4 py-1 text-xs text-muted tabular-nums">
        As of <AbsoluteTime value={readAtMs} />
      </p>
    </div>
  )
}
