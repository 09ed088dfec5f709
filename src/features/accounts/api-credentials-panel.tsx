import { KeyRound } from 'lucide-react'
import { accountActionWords } from './account-action-words'
import { CredentialUse } from './credential-use'
import { useWhyAccountImpossible } from './use-why-account-impossible'
import type { Account } from '@/api/account-schemas'
import type { AccountAction } from '@/domain/accounts/account-consequences'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { Copyable, Fact, Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { Panel } from '@/ui/panel'

interface ApiCredentialsPanelProps {
  account: Account
  onAction: (action: AccountAction) => void
}

/** The user's API credentials, as far as they are known after they were shown once. */
export function ApiCredentialsPanel({ account, onAction }: ApiCredentialsPanelProps) {
  const { apiCredentials: credentials } = account
  const whyImpossible = useWhyAccountImpossible()
  const isLost = isUnreadable(account, 'apiCredentials')
  return (
    <Panel title="API credentials">
      {credentials ? (
        <Facts>
          <Fact label="Client Username">
            <Copyable label="Client Username">{credentials.clientUsername}</Copyable>
          </Fact>
          <Fact label="Issued">
            <AbsoluteTime
              value={credentials.issuedAt}
              absent="at an unknown time"
              className="tabular-nums"
            />
          </Fact>
          <Fact label="Use">
            <CredentialUse credentials={credentials} />
          </Fact>
        </Facts>
      ) : null}
      {isLost ? (
        <div className="px-4 pt-3">
          <Notice tone="warn">
            <p>The record of the API credentials couldn’t be read. There may be some.</p>
          </Notice>
        </div>
      ) : null}
      <div className="flex flex-col items-start gap-3 px-4 py-3">
        <p className="text-muted">
          {credentials
            ? 'Client Password, Client ID and Client Secret were shown once, when they were issued. If they are lost, generate new ones.'
            : 'With API credentials, a program requests tokens and calls the API. What it does counts as done by this user.'}
        </p>
        <Button
          variant={credentials ? 'secondary' : 'primary'}
          icon={<KeyRound aria-hidden className="size-4" />}
          disabledReason={whyImpossible('generate', account) ?? null}
          onClick={() => onAction('generate')}
        >
          {accountActionWords.generate.label}
        </Button>
      </div>
    </Panel>
  )
}
