import { useState } from 'react'
import type { Account } from '@/api/account-schemas'
import { accountQueries } from '@/api/accounts'
import { untilNextReadingMs } from '@/attempts/next-reading'
import { useReadingSince } from '@/attempts/use-reading-since'
import { isAccountMissing } from '@/domain/accounts/accounts-absent'
import { deviceNow } from '@/lib/server-clock'
import { Notice } from '@/ui/notice'

/**
 * Warns when the platform issues other credentials while these are shown: a request that the browser repeated may be executed
 * late. The account is read for half a minute.
 */
export function IssuedAgainNotice({ userId }: { userId: string }) {
  const [sinceMs] = useState(deviceNow)
  const [first, setFirst] = useState<Account>()
  const { reading } = useReadingSince({
    query: accountQueries.detail(userId),
    isGone: isAccountMissing,
    sinceMs,
    nextReadMs: () => untilNextReadingMs(sinceMs),
  })
  const latest = reading === 'gone' ? undefined : reading
  if (first === undefined && latest) setFirst(latest)
  const isAgain =
    first !== undefined &&
    latest !== undefined &&
    issuedAtOf(latest) !== undefined &&
    issuedAtOf(first) !== issuedAtOf(latest)
  return (
    <div role="status" className="empty:hidden">
      {isAgain ? (
        <Notice tone="danger" title="API credentials were issued again">
          <p>
            The platform’s record shows newer ones: your browser may have sent the request twice, or
            someone else generated them. These no longer work. Close this and generate them again.
          </p>
        </Notice>
      ) : null}
    </div>
  )
}

const issuedAtOf = ({ apiCredentials }: Account) => apiCredentials?.issuedAt ?? undefined
