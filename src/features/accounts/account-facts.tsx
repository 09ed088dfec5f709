import { accountActionWords } from './account-action-words'
import { AccountStateBadge } from './account-state'
import { CredentialUseOf } from './credential-use'
import { useWhyAccountImpossible } from './use-why-account-impossible'
import type { Account } from '@/api/account-schemas'
import type { AccountAction } from '@/domain/accounts/account-consequences'
import { roleLabel, roleRights } from '@/domain/accounts/account-words'
import { lookUp } from '@/lib/look-up'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { Copyable, Fact, Facts } from '@/ui/facts'
import { Panel } from '@/ui/panel'
import { RelativeTime } from '@/ui/relative-time'
import { UntrustedText } from '@/ui/untrusted-text'

interface AccountFactsProps {
  account: Account
  onAction: (action: AccountAction) => void
}

/** Facts about the user, and the actions that change role and state. */
export function AccountFacts({ account, onAction }: AccountFactsProps) {
  const { id, username, role, state, organizationId, createdAt, lastSignInAt } = account
  const whyImpossible = useWhyAccountImpossible()
  const isLost = (name: keyof Account) => isUnreadable(account, name)
  const button = (action: AccountAction) => (
    <Button
      size="sm"
      disabledReason={whyImpossible(action, account) ?? null}
      onClick={() => onAction(action)}
    >
      {accountActionWords[action].label}
    </Button>
  )
  return (
    <Panel title="Profile">
      <Facts>
        <Fact label="Username">
          <Copyable label="username" isUnreadable={isLost('username')}>
            {username}
          </Copyable>
        </Fact>
        <Fact label="Role">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <UntrustedText fallback="Not given" isUnreadable={isLost('role')}>
              {roleLabel(role)}
            </UntrustedText>
            {button('role')}
          </span>
          {lookUp(roleRights, role) ? (
            <span className="block text-sm text-muted">{lookUp(roleRights, role)}</span>
          ) : null}
        </Fact>
        <Fact label="State">
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <AccountStateBadge account={account} />
            {state === 'DISABLED' ? null : button('disable')}
            {state === 'ACTIVE' ? null : button('enable')}
          </span>
        </Fact>
        <Fact label="Last sign-in">
          <span className="block">
            With password:{' '}
            <RelativeTime
              value={lastSignInAt}
              isUnreadable={isLost('lastSignInAt')}
              className="tabular-nums"
            />
          </span>
          <span className="block">
            With API credentials: <CredentialUseOf account={account} />
          </span>
        </Fact>
        <Fact label="Created">
          <AbsoluteTime
            value={createdAt}
            absent="Not given"
            isUnreadable={isLost('createdAt')}
            className="tabular-nums"
          />
        </Fact>
        <Fact label="User ID">
          <Copyable label="user ID">{id}</Copyable>
        </Fact>
        <Fact label="Organization ID">
          <Copyable label="organization ID" isUnreadable={isLost('organizationId')}>
            {organizationId}
          </Copyable>
        </Fact>
      </Facts>
    </Panel>
  )
}
