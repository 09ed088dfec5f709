import type { CertificateStats } from '@/api/certificates'
import { certificateEnd, hasCertificateInUse } from '@/domain/certificates/certificate-expiry'
import {
  type RiskGrade,
  defaultThresholds,
  riskGrade,
} from '@/domain/certificates/certificate-thresholds'
import { formatCount } from '@/lib/format-count'

/** Certificates that have expired or expire within the first threshold. */
interface CertificateAlarm {
  count: number
  /** True when the platform lists fewer plants than its own figures count. */
  isAtLeast: boolean
}

/**
 * Counts the certificates to renew now (`nowMs`: Unix ms, server's clock) by the dates of the plants that
 * `certificate-stats` lists, because the API documentation doesn't say what "soon" means. Undefined when there is none,
 * or none is known.
 */
export function certificateAlarm(
  { expired, expiringSoon, atRiskPlants }: CertificateStats,
  nowMs: number,
): CertificateAlarm | undefined {
  const { items = [], unreadable = 0 } = atRiskPlants ?? {}
  const grades = items.map((plant) => {
    if (!hasCertificateInUse(plant)) return 'later'
    const endMs = certificateEnd(plant)
    if (endMs === null) return 'later'
    return endMs === undefined ? 'unknown' : riskGrade(endMs, nowMs, defaultThresholds)
  })
  const countOf = (grade: RiskGrade) => grades.filter((other) => other === grade).length
  const [expiredListed, urgentListed] = [countOf('expired'), countOf('urgent')]
  const isPart =
    items.length < (expired ?? 0) + (expiringSoon ?? 0) ||
    unreadable > 0 ||
    grades.includes('unknown')
  // The list may leave out decommissioned plants that the figure counts: without gaps, the list is right.
  const expiredCount = isPart ? Math.max(expired ?? 0, expiredListed) : expiredListed
  const count = expiredCount + urgentListed
  return count > 0 ? { count, isAtLeast: isPart } : undefined
}

/** Returns the alarm in words: "12 expired or expiring within 7 days". */
export function alarmText({ count, isAtLeast }: CertificateAlarm): string {
  const least = isAtLeast ? 'at least ' : ''
  return `${least}${formatCount(count)} expired or expiring within ${defaultThresholds.urgentDays} days`
}
