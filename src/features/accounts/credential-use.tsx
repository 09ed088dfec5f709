import { type ApiCredentials, callsTodayText } from '@/domain/accounts/credential-use'
import { RelativeTime } from '@/ui/relative-time'

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
