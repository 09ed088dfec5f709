// Meaning of the search parameters of the certificates page. Its schema checks only their types.
import type { SurveyQuestion } from './certificate-survey'
import { type Thresholds, readThresholds } from '@/domain/certificates/certificate-thresholds'
import { textOfParameter } from '@/lib/text-parameter'
import type { TimeZone } from '@/lib/time-zone'
import { readDay } from '@/lib/zoned-days'

/** Calendar days between which a certificate expires; `to` is exclusive. */
export interface SpanDays {
  from?: string | undefined
  to?: string | undefined
}

/** Returns the thresholds that the search parameters name. */
export function thresholdsOf({
  urgent,
  soon,
}: {
  urgent?: number | undefined
  soon?: number | undefined
}): Thresholds {
  return readThresholds(urgent, soon)
}

/** Returns the search text; digits alone arrive as a number. */
export function wordsOf({ q }: { q?: unknown }): string {
  return textOfParameter(q)
}

/** Returns the span that the search parameters name; undefined when they name none that could be read. */
export function spanOf({ from, to }: SpanDays, zone: TimeZone): SurveyQuestion['span'] {
  const [fromMs, toMs] = [from, to].map((day) =>
    day === undefined ? undefined : readDay(day, zone),
  )
  if (fromMs === undefined && toMs === undefined) return undefined
  return { fromMs: fromMs ?? -Infinity, toMs: toMs ?? Infinity }
}
