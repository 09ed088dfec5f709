import { useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { certificateQueries } from '@/api/certificates'
import { type CertificateAlarm, certificateAlarm } from '@/domain/certificates/certificate-alarm'
import { useMinute } from '@/fleet/use-minute'
import { minuteMs } from '@/lib/instants'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { whenIdle } from '@/ui/when-idle'

/** Slower than the pages: a count of certificates changes within days. */
const mostOftenMs = 5 * minuteMs

/** Returns what the menu says about the certificates; undefined when nothing is due, and while nothing is known. */
export function useCertificateAlarm(): CertificateAlarm | undefined {
  const everyMs = useRefreshEveryMs()
  const nowMs = useMinute()
  const { data } = useQuery({
    ...certificateQueries.stats(),
    enabled: useFirstQuiet(),
    refetchInterval: everyMs && Math.max(everyMs, mostOftenMs),
  })
  return data && certificateAlarm(data, nowMs)
}

/** Returns true once the first page has been read and the browser has nothing else to do. */
function useFirstQuiet(): boolean {
  const queryClient = useQueryClient()
  const isFetching = useIsFetching() > 0
  const [isRead, setIsRead] = useState(!isFetching)
  const [isQuiet, setIsQuiet] = useState(false)
  if (!isFetching && !isRead) setIsRead(true)
  useEffect(() => {
    if (!isRead) return undefined
    const start = () => setIsQuiet(true)
    const { status } = queryClient.getQueryState(certificateQueries.stats().queryKey) ?? {}
    if (status !== 'error') return whenIdle(start)
    // The page itself has just failed to read them, and says so.
    const timer = setTimeout(start, mostOftenMs)
    return () => clearTimeout(timer)
  }, [isRead, queryClient])
  return isQuiet
}
