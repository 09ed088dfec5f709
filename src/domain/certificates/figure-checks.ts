import {
  type FigureCheck,
  type ListedCertificates,
  type StatsFigure,
  checkFigure,
} from './stats-check'
import type { CertificateStats } from '@/api/certificates'
import type { Completeness } from '@/domain/fleet/completeness'

/** The platform's figures, and the list as far as it was read. */
interface FigureEvidence {
  stats: { data: Partial<Pick<CertificateStats, StatsFigure>> | undefined }
  fleet: { total: number | null | undefined; completeness: Completeness; isReading: boolean }
  survey: { plantIds: ReadonlySet<string>; counts: ListedCertificates }
}

/** Labels of the platform's figures, in their order on screen. */
export const figureLabels: Record<StatsFigure, string> = {
  expired: 'Expired',
  expiringSoon: 'Expiring soon',
  active: 'Active',
  revoked: 'Revoked',
}

/** The platform's figures, in their order on screen. */
export const figures: readonly StatsFigure[] = ['expired', 'expiringSoon', 'active', 'revoked']

/** Compares a figure of the platform with the list; undefined without one. */
export function checkOf(
  figure: StatsFigure,
  { stats, fleet, survey }: FigureEvidence,
): FigureCheck | undefined {
  const coverage = {
    plants: survey.plantIds.size,
    total: fleet.total,
    isReading: isFirstReading(fleet),
  }
  return stats.data && checkFigure(figure, stats.data, survey.counts, coverage)
}

/** A later pass over the list changes little: its figures can be compared. */
function isFirstReading({ completeness, isReading }: FigureEvidence['fleet']): boolean {
  return isReading && completeness.kind === 'incomplete' && completeness.gap === 'reading'
}
