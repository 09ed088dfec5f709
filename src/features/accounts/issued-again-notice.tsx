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
export function IssuedAgainNotice({ before }: { before: Account }) {
  const [sinceMs] = useState(deviceNow)
  const [first, setFirst] = useState<Account>()
  const { subject: latest } = useReadingSince({
    query: accountQueries.detail(before.id),
    isGone: isAccountMissing,
    sinceMs,
    nextReadMs: () => untilNextReadingMs(sinceMs),
  })
  // The account as it was before, which may still be in the cache, says nothing about what was issued since.
  const isIssued = latest !== undefined && issuedAtOf(latest) !== issuedAtOf(before)
  if (first === undefined && isIssued) setFirst(latest)
  const isAgain = first !== undefined && isIssued && issuedAtOf(first) !== issuedAtOf(latest)
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
