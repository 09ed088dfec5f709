import { skipToken, useQuery } from '@tanstack/react-query'
import { useCodeWhenQuiet } from './use-code-when-quiet'
import type { CertificateStats } from '@/api/certificates'
import { plantKeys } from '@/api/query-keys'
import { codePart } from '@/lib/code-part'
import { minuteMs } from '@/lib/instants'
import { useMinute } from '@/ui/use-minute'
import { useRefreshEveryMs } from '@/ui/use-preference'

// Not part of the first screen, to which it comes later.
const alarmPart = codePart(() => import('./certificate-alarm-code'))

const statsKey = plantKeys.certificateStats

/** Slower than the pages: a count of certificates changes within days. */
const minIntervalMs = 5 * minuteMs

/** Returns what the menu says about the certificates; undefined when nothing is due, and while nothing is known. */
export function useCertificateAlarm() {
  const everyMs = useRefreshEveryMs()
  const nowMs = useMinute()
  const code = useCodeWhenQuiet(alarmPart, statsKey)
  const { data } = useQuery<CertificateStats, Error, CertificateStats, typeof statsKey>({
    ...(code?.certificateQueries.stats() ?? { queryKey: statsKey, queryFn: skipToken }),
    refetchInterval: everyMs && Math.max(everyMs, minIntervalMs),
  })
  const alarm = data && code?.certificateAlarm(data, nowMs)
  return alarm && code && { ...alarm, text: code.alarmText(alarm) }
}
