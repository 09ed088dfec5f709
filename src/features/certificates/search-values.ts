// Meaning of the search parameters. Apart from their schema, which is part of the first screen.
import type { CertificatesSearch } from './certificates-search'
import type { SurveyQuestion } from '@/domain/certificates/certificate-survey'
import { type Thresholds, readThresholds } from '@/domain/certificates/thresholds'
import type { TimeZone } from '@/lib/time-zone'
import { readDay } from '@/lib/zoned-days'

/** Returns the thresholds that the search parameters name. */
export function thresholdsOf({ urgent, soon }: CertificatesSearch): Thresholds {
  return readThresholds(urgent, soon)
}

/** Returns the search text. */
export function wordsOf({ q }: CertificatesSearch): string {
  return typeof q === 'string' || typeof q === 'number' ? String(q) : ''
}

/** Returns the span that the search parameters name; undefined when they name none that could be read. */
export function spanOf(
  { from, to }: Pick<CertificatesSearch, 'from' | 'to'>,
  zone: TimeZone,
): SurveyQuestion['span'] {
  const [fromMs, toMs] = [from, to].map((day) =>
    day === undefined ? undefined : readDay(day, zone),
  )
  if (fromMs === undefined && toMs === undefined) return undefined
  return { fromMs: fromMs ?? -Infinity, toMs: toMs ?? Infinity }
}
