import type { Certificates } from './use-certificates'
import { type FigureCheck, type StatsFigure, checkFigure } from '@/domain/certificates/stats-check'

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
  { stats, fleet, survey }: Certificates,
): FigureCheck | undefined {
  const coverage = {
    plants: survey.plantIds.size,
    total: fleet.total,
    isReading: isFirstReading(fleet),
  }
  return stats.data && checkFigure(figure, stats.data, survey.counts, coverage)
}

/** A later pass over the list changes little: its figures can be compared. */
function isFirstReading({ completeness, isReading }: Certificates['fleet']): boolean {
  return isReading && completeness.kind === 'incomplete' && completeness.gap === 'reading'
}
