// Compares the figures of `certificate-stats` with the list of plants. The API documentation says neither which
// certificates count as active nor what soon means, so a difference has a likely reason before it is a contradiction.
import type { CertificatePlant } from './reach'
import type { CertificateStats } from '@/api/certificates'
import { certificateEnd, needsCertificate } from '@/domain/certificates/certificate-expiry'
import { defaultThresholds, riskGrade } from '@/domain/certificates/certificate-thresholds'
import type { Completeness, Gap } from '@/domain/fleet/completeness'
import { gapWords } from '@/domain/fleet/fleet-reach'
import { withdrawalOf } from '@/domain/status/lifecycle'
import { countOf, formatCount } from '@/lib/format-count'

/** A figure of `certificate-stats` that the list can confirm. */
export type StatsFigure = 'active' | 'expiringSoon' | 'expired' | 'revoked'

/** Certificates in the list by their state; a valid one may expire soon. */
export interface ListedCertificates {
  valid: number
  expiringSoon: number
  expired: number
  revoked: number
  /** Valid, soon and expired ones of decommissioned plants, which are in none of the others. */
  decommissioned: { valid: number; expiringSoon: number; expired: number }
}

/** The part of the fleet in the list. */
export interface ListCoverage {
  plants: number
  /** Undefined before the first page of the list, null when the list doesn't state a total. */
  total: number | null | undefined
  completeness: Completeness
}

/** Result of comparing a figure with the list. */
export type FigureCheck =
  | { kind: 'same'; text: string }
  /** The list may lack plants, for good or until it is read. */
  | { kind: 'not-compared'; gap: Gap }
  | { kind: 'differs'; listed: number; reason: string }

/** Our own reading of "soon", because the API documentation gives none. */
const { soonDays } = defaultThresholds

/** Returns counts of zero. */
export function noCertificates(): ListedCertificates {
  const none = { valid: 0, expiringSoon: 0, expired: 0 }
  return { ...none, revoked: 0, decommissioned: { ...none } }
}

/** Adds the certificate of a plant to counts, at a time (Unix ms, server's clock). */
export function countCertificates(
  counts: ListedCertificates,
  plant: CertificatePlant,
  nowMs: number,
): void {
  const endMs = certificateEnd(plant)
  if (!needsCertificate(plant) || endMs === null) return
  const withdrawal = withdrawalOf(plant.lifecycleStatus)
  if (withdrawal === 'revoked') counts.revoked += 1
  else if (endMs !== undefined) {
    const own = withdrawal === undefined ? counts : counts[withdrawal]
    const grade = riskGrade(endMs, nowMs, defaultThresholds)
    if (grade === 'expired') own.expired += 1
    else own.valid += 1
    if (grade === 'urgent' || grade === 'soon') own.expiringSoon += 1
  }
}

/** A count of the list, with the words for what it counts beyond or short of our own reading. */
type Reading = readonly [count: number, note?: string]

const including = (count: number) => `, including ${formatCount(count)} of decommissioned plants`
const without = (count: number) => `, without the ${formatCount(count)} that expire soon`

/** Counts of the list for each figure, by each reading that the API documentation leaves open; the first is our own. */
const readings: Record<StatsFigure, (listed: ListedCertificates) => readonly Reading[]> = {
  active: ({ valid, expiringSoon, decommissioned }) => {
    const later = decommissioned.valid - decommissioned.expiringSoon
    const soon = expiringSoon + decommissioned.expiringSoon
    return [
      [valid],
      [valid - expiringSoon, without(expiringSoon)],
      [valid + decommissioned.valid, including(decommissioned.valid)],
      [valid - expiringSoon + later, including(later) + without(soon)],
    ]
  },
  expiringSoon: ({ expiringSoon, decommissioned }) => [
    [expiringSoon],
    [expiringSoon + decommissioned.expiringSoon, including(decommissioned.expiringSoon)],
  ],
  expired: ({ expired, decommissioned }) => [
    [expired],
    [expired + decommissioned.expired, including(decommissioned.expired)],
  ],
  revoked: ({ revoked, decommissioned }) => {
    const more = decommissioned.valid + decommissioned.expired
    return [[revoked], [revoked + more, including(more)]]
  },
}

const matchWords: Record<StatsFigure, string> = {
  active: 'Matches the plant list',
  expiringSoon: `Matches the plant list (${soonDays} days)`,
  expired: 'Matches the plant list',
  revoked: 'Matches the plant list',
}

const likelyReasons: Record<StatsFigure, string> = {
  active: 'The platform may count certificates of suspended or pending plants in another way.',
  expiringSoon: `The platform doesn’t say what “soon” means; the list counts ${soonDays} days.`,
  expired: 'Plants may have been renewed or have expired between the two readings.',
  revoked: 'The platform may also count certificates that were revoked by a renewal.',
}

/** Compares a figure with the list; undefined when the platform sent no figure. */
export function checkFigure(
  figure: StatsFigure,
  stats: Partial<Pick<CertificateStats, StatsFigure>>,
  listed: ListedCertificates,
  completeness: Completeness,
): FigureCheck | undefined {
  const stated = stats[figure]
  if (stated === null || stated === undefined) return undefined
  if (completeness.kind === 'incomplete') return { kind: 'not-compared', gap: completeness.gap }
  const counts = readings[figure](listed)
  const match = counts.find(([count]) => count === stated)
  if (match) return { kind: 'same', text: `${matchWords[figure]}${match[1] ?? ''}.` }
  return { kind: 'differs', listed: counts[0]?.[0] ?? 0, reason: likelyReasons[figure] }
}

/** Describes the part of the fleet that a figure from the list covers; `error` is that of the latest reading, if any. */
export function coverageText({
  plants,
  total,
  completeness,
  error,
}: ListCoverage & { error?: Error | null | undefined }): string {
  const gap = gapWords(completeness)
  if (total === null) return `${countOf(plants, 'plant')} loaded; the total is unknown.${gap}`
  if (total === undefined) {
    return error ? 'The list of plants couldn’t be loaded.' : 'The list of plants is still loading.'
  }
  if (total === 0 && plants === 0) return 'There are no plants yet.'
  return `${formatCount(plants)} of ${countOf(Math.max(total, plants), 'plant')} loaded.${gap}`
}
