// For tests only: the data behind the files of the certificates page.
import type { ExportContext } from './export-context'
import type { Certificates } from './use-certificates'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { noSurvey } from '@/domain/renewals/certificate-survey'
import { dayMs } from '@/lib/instants'

export const nowMs = Date.UTC(2026, 10, 28, 12)

export const row = (change: Partial<AtRisk> = {}): AtRisk => ({
  plant: {
    id: 'p1',
    name: 'FVE Tábor',
    serialNumber: 'T-1',
    certificateExpiresAt: null,
    status: 'OFFLINE',
  },
  endMs: nowMs + 3 * dayMs,
  grade: 'urgent',
  reach: 'offline',
  dueMs: 0,
  readAtMs: nowMs,
  ...change,
})

export function contextOf(
  change: { search?: ExportContext['search']; survey?: Partial<Certificates['survey']> } = {},
): ExportContext {
  // Only the members that the files use.
  const certificates = {
    stats: { data: { expired: 3, unreadable: ['active'] }, error: null },
    statsReadAtMs: nowMs,
    atRisk: [row()],
    survey: { ...noSurvey, plantIds: new Set(['p1', 'p2']), ...change.survey },
    fleet: {
      total: 2,
      plants: 2,
      completeness: { kind: 'probable' },
      isReading: false,
      error: null,
      oldestReadAtMs: nowMs,
    },
  } as unknown as Certificates
  return { search: change.search ?? {}, certificates, exportedAtMs: nowMs }
}
