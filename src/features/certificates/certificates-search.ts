import * as z from 'zod/mini'
import type { SurveyQuestion } from '@/domain/certificates/certificate-survey'
import { reachWords } from '@/domain/certificates/renewal-advice'
import { type Thresholds, longestDays, readThresholds } from '@/domain/certificates/thresholds'
import type { TimeZone } from '@/lib/time-zone'
import { readDay } from '@/lib/zoned-days'

const days = z.catch(z.optional(z.int().check(z.minimum(1), z.maximum(longestDays))), undefined)
const text = z.catch(z.optional(z.string().check(z.minLength(1))), undefined)

/** Search parameters of the certificates page; invalid ones are ignored. */
export const certificatesSearchSchema = z.object({
  /** Own thresholds in days. */
  urgent: days,
  soon: days,
  /** Words to look for; a line of digits arrives as a number. */
  q: z.optional(z.unknown()),
  grade: z.catch(z.optional(z.enum(['expired', 'urgent', 'soon'])), undefined),
  reach: z.catch(z.optional(z.enum(Object.keys(reachWords))), undefined),
  lifecycle: text,
  auth: text,
  /** Calendar days between which a certificate ends; `to` is exclusive. Then thresholds don't matter. */
  from: text,
  to: text,
  /** Renewals that can be done in a week. */
  capacity: z.catch(z.optional(z.int().check(z.minimum(1), z.maximum(10_000))), undefined),
})
/** Search parameters of the certificates page. */
export type CertificatesSearch = z.infer<typeof certificatesSearchSchema>

/** Changes the search parameters; undefined removes one. */
export type OnCertificatesSearch = (change: Partial<CertificatesSearch>) => void

/** Returns the thresholds that the search parameters name. */
export function thresholdsOf({ urgent, soon }: CertificatesSearch): Thresholds {
  return readThresholds(urgent, soon)
}

/** Returns the words to look for. */
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
