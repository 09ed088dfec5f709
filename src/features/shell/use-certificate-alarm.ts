import { skipToken, useIsFetching, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CertificateStats } from '@/api/certificates'
import { plantKeys } from '@/api/query-keys'
import { codePart } from '@/lib/code-part'
import { minuteMs } from '@/lib/instants'
import { useMinute } from '@/ui/use-minute'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { whenIdle } from '@/ui/when-idle'

// Not part of the first screen, to which it comes later.
const alarmPart = codePart(() => import('./certificate-alarm-code'))

const statsKey = plantKeys.certificateStats

/** Slower than the pages: a count of certificates changes within days. */
const minIntervalMs = 5 * minuteMs

/** Returns what the menu says about the certificates; undefined when nothing is due, and while nothing is known. */
export function useCertificateAlarm() {
  const everyMs = useRefreshEveryMs()
  const nowMs = useMinute()
  const code = useCodeWhenQuiet()
  const { data } = useQuery<CertificateStats, Error, CertificateStats, typeof statsKey>({
    ...(code?.certificateQueries.stats() ?? { queryKey: statsKey, queryFn: skipToken }),
    refetchInterval: everyMs && Math.max(everyMs, minIntervalMs),
  })
  const alarm = data && code?.certificateAlarm(data, nowMs)
  return alarm && code && { ...alarm, text: code.alarmText(alarm) }
}

/** Loads the code once the first page has been read and the browser has nothing else to do. */
function useCodeWhenQuiet() {
  const queryClient = useQueryClient()
  const isFetching = useIsFetching() > 0
  const [isRead, setIsRead] = useState(!isFetching)
  const [code, setCode] = useState(alarmPart.now)
  if (!isFetching && !isRead) setIsRead(true)
  useEffect(() => {
    if (!isRead) return undefined
    // Without the code the menu says nothing, as without the figures.
    const start = () => void alarmPart.load().then(setCode, () => undefined)
    const { status } = queryClient.getQueryState(statsKey) ?? {}
    if (status !== 'error') return whenIdle(start)
    // The page itself has just failed to read them, and says so.
    const timer = setTimeout(start, minIntervalMs)
    return () => clearTimeout(timer)
  }, [isRead, queryClient])
  return code
}
