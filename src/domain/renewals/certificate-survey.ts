// Everything that the certificates page derives from the list of plants, gathered in one pass over it.
import { type Contradiction, ContradictionSearch } from './contradictions'
import type { Expiry } from './expiry-bins'
import {
  type CertificatePlant,
  type FleetEvidence,
  type Reach,
  maxClockErrorMs,
  reachOf,
  signsOf,
} from './reach'
import { dueAtMs } from './renewal-advice'
import { type ListedCertificates, countCertificates, noCertificates } from './stats-check'
import type { AtRiskPlant } from '@/api/certificates'
import { certificateEnd, hasCertificateInUse } from '@/domain/certificates/certificate-expiry'
import {
  type RiskGrade,
  type Thresholds,
  riskGrade,
} from '@/domain/certificates/certificate-thresholds'
import { connectionKind } from '@/domain/status/connection-kind'

/** A certificate at risk. */
export interface AtRisk {
  /** Only the members from `certificate-stats` while the list doesn't have the plant. */
  plant: AtRiskPlant & Partial<Omit<CertificatePlant, keyof AtRiskPlant>>
  endMs: number
  grade: RiskGrade
  /** Undefined while the list doesn't have the plant. */
  reach: Reach | undefined
  /** Latest start of the renewal, Unix ms (`dueAtMs`); determines the urgency. */
  dueMs: number
  /** Time of the plant's reading, Unix ms, server's clock; undefined while the list doesn't have it. */
  readAtMs: number | undefined
}

/** The question that a survey answers. */
export interface SurveyQuestion {
  limits: Thresholds
  /** Lists the certificates that end in a span (Unix ms, its end exclusive) instead of those at risk. */
  span: { fromMs: number; toMs: number } | undefined
  /** Unix ms, server's clock. */
  nowMs: number
}

/** Facts about the fleet's certificates, derived from the list of plants. */
interface CertificateSurvey {
  /** IDs of all plants. */
  plantIds: ReadonlySet<string>
  counts: ListedCertificates
  /** Expiries of the certificates in use. */
  expiries: readonly Expiry[]
  /** Most urgent first. */
  atRisk: readonly AtRisk[]
  contradictions: readonly Contradiction[]
  /** Plants with an unreadable certificate expiry, which nothing here counts. */
  unreadable: number
}

/** Nothing, as before the first plant. */
export const noSurvey: CertificateSurvey = {
  plantIds: new Set(),
  counts: noCertificates(),
  expiries: [],
  atRisk: [],
  contradictions: [],
  unreadable: 0,
}

/** Surveys plants one by one. */
export class CertificateSurveyor {
  private readonly plantIds = new Set<string>()
  private unreadable = 0
  private readonly evidence: FleetEvidence = {
    doesCountFailures: false,
    latestSignAgeMs: Infinity,
  }
  private readonly counts = noCertificates()
  private readonly expiries: Expiry[] = []
  private readonly risky: { plant: CertificatePlant; endMs: number; readAtMs: number }[] = []
  private readonly contradictions = new ContradictionSearch()
  private readonly question: SurveyQuestion

  constructor(question: SurveyQuestion) {
    this.question = question
  }

  /** Adds a plant as it was read at `readAtMs` (Unix ms, server's clock). */
  add(plant: CertificatePlant, readAtMs: number): void {
    this.plantIds.add(plant.id)
    this.contradictions.add(plant, readAtMs)
    this.noteEvidence(plant, readAtMs)
    countCertificates(this.counts, plant, this.question.nowMs)
    if (!hasCertificateInUse(plant)) return
    const endMs = certificateEnd(plant)
    if (endMs === undefined) this.unreadable += 1
    if (typeof endMs !== 'number') return
    this.expiries.push({ endMs, isAway: connectionKind(plant.status) === 'away' })
    if (isAskedFor(endMs, this.question)) this.risky.push({ plant, endMs, readAtMs })
  }

  /** Returns the survey of the plants added so far, in short steps. */
  *finish(): Generator<void, CertificateSurvey> {
    const { nowMs, limits } = this.question
    const atRisk = this.risky.map(({ plant, endMs, readAtMs }): AtRisk => {
      const reach = reachOf(plant, readAtMs, this.evidence)
      const grade = riskGrade(endMs, nowMs, limits)
      return { plant, endMs, grade, reach, dueMs: dueAtMs(endMs, reach), readAtMs }
    })
    yield
    atRisk.sort(byUrgency)
    yield
    const contradictions = this.contradictions.contradictions()
    return {
      plantIds: this.plantIds,
      counts: this.counts,
      expiries: this.expiries,
      atRisk,
      contradictions,
      unreadable: this.unreadable,
    }
  }

  private noteEvidence(plant: CertificatePlant, readAtMs: number): void {
    const { seenMs = -Infinity, failedMs = -Infinity } = signsOf(plant)
    this.evidence.doesCountFailures ||= failedMs > -Infinity
    for (const atMs of [seenMs, failedMs]) {
      const ageMs = readAtMs - atMs
      // A time far in the future is a mistake, and no clock.
      if (ageMs < -maxClockErrorMs) continue
      this.evidence.latestSignAgeMs = Math.min(this.evidence.latestSignAgeMs, ageMs)
    }
  }
}

/**
 * Adds plants that only `certificate-stats` lists, as while the list of plants is loading; those that the list has are
 * taken from it.
 */
export function withStatedPlants(
  { atRisk, plantIds }: Pick<CertificateSurvey, 'atRisk' | 'plantIds'>,
  stated: readonly AtRiskPlant[],
  question: SurveyQuestion,
): readonly AtRisk[] {
  const more = stated.flatMap((plant): AtRisk[] => {
    if (plantIds.has(plant.id) || !hasCertificateInUse(plant)) return []
    const endMs = certificateEnd(plant)
    if (typeof endMs !== 'number' || !isAskedFor(endMs, question)) return []
    const grade = riskGrade(endMs, question.nowMs, question.limits)
    return [{ plant, endMs, grade, reach: undefined, dueMs: endMs, readAtMs: undefined }]
  })
  return more.length === 0 ? atRisk : [...atRisk, ...more].toSorted(byUrgency)
}

function isAskedFor(endMs: number, { limits, span, nowMs }: SurveyQuestion): boolean {
  if (span) return endMs >= span.fromMs && endMs < span.toMs
  return riskGrade(endMs, nowMs, limits) !== 'later'
}

function byUrgency(a: AtRisk, b: AtRisk): number {
  return a.dueMs - b.dueMs || (a.plant.id < b.plant.id ? -1 : 1)
}
