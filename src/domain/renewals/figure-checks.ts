import {
  type FigureCheck,
  type ListedCertificates,
  type StatsFigure,
  checkFigure,
} from './stats-check'
import type { CertificateStats } from '@/api/certificates'
import type { Completeness } from '@/domain/fleet/completeness'
import { keysOf } from '@/lib/keyed-record'

/** The platform's figures, and the list as far as it was read. */
interface FigureEvidence {
  stats: { data: Partial<Pick<CertificateStats, StatsFigure>> | undefined }
  fleet: { plants: number; completeness: Completeness }
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
export const figures: readonly StatsFigure[] = keysOf(figureLabels)

const stillReading: Completeness = { kind: 'incomplete', gap: 'reading' }

/** Compares a figure of the platform with the list; undefined without one. */
export function checkOf(
  figure: StatsFigure,
  { stats, fleet, survey }: FigureEvidence,
): FigureCheck | undefined {
  // The survey runs behind the list for a moment.
  const isSurveyed = survey.plantIds.size >= fleet.plants
  const completeness = isSurveyed ? fleet.completeness : stillReading
  return stats.data && checkFigure(figure, stats.data, survey.counts, completeness)
}
