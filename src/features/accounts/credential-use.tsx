import type { Account } from '@/api/account-schemas'
import { type ApiCredentials, callsTodayText } from '@/domain/accounts/credential-use'
import { isUnreadable } from '@/lib/unreadable'
import { RelativeTime } from '@/ui/relative-time'
import { Unreadable } from '@/ui/unreadable'

/** Last use of API credentials, and the number of calls today. */
export function CredentialUse({ credentials }: { credentials: ApiCredentials }) {
  const calls = callsTodayText(credentials)
  return (
    <span className="tabular-nums">
      {credentials.lastUsedAt ? 'last used ' : null}
      <RelativeTime value={credentials.lastUsedAt} absent="never used" />
      {calls === undefined ? null : `, ${calls}`}
    </span>
  )
}

/** Use of an account's API credentials; an account may have none. */
export function CredentialUseOf({ account }: { account: Account }) {
  if (isUnreadable(account, 'apiCredentials')) return <Unreadable />
  if (!account.apiCredentials) return <span className="text-faint">none</span>
  return <CredentialUse credentials={account.apiCredentials} />
}
