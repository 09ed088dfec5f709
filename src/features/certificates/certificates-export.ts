import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { gradeMeanings, reachWords, renewalAdvice } from '@/domain/certificates/renewal-advice'
import { dayMs } from '@/lib/instants'
import {
  type AboutLine,
  type ExportTable,
  type TableCell,
  type TableColumn,
  extentLines,
  memberCell,
  timeCell,
} from '@/lib/table-export/export-table'

const columns: readonly TableColumn[] = [
  { heading: 'Name', kind: 'text' },
  { heading: 'Serial number', kind: 'text' },
  { heading: 'Grade', kind: 'text' },
  { heading: 'Days left', kind: 'number' },
  { heading: 'Certificate expires', kind: 'time' },
  { heading: 'Contact', kind: 'text' },
  { heading: 'Last seen', kind: 'time' },
  { heading: 'Last authentication failure', kind: 'time' },
  { heading: 'Next step', kind: 'text' },
  { heading: 'Reason', kind: 'text' },
  { heading: 'Lifecycle', kind: 'text' },
  { heading: 'Authentication method', kind: 'text' },
  { heading: 'Certificate serial number', kind: 'text' },
  { heading: 'Fingerprint', kind: 'text' },
  { heading: 'Read', kind: 'time' },
  { heading: 'Plant ID', kind: 'text' },
]

/** Data of the export. */
interface RiskExport {
  rows: readonly AtRisk[]
  /** Number of rows without the filter. */
  total: number
  filter: string
  /** The part of the fleet that the rows rest on. */
  coverage: string
  readAtMs: number
  exportedAtMs: number
}

/** Returns the rows with the words of the screen, and what they rest on. */
export function certificatesExport(given: RiskExport): ExportTable {
  const { rows, total, filter, coverage, readAtMs, exportedAtMs } = given
  const extent = { noun: 'certificates', shown: rows.length, total, readAtMs, exportedAtMs, filter }
  const about: AboutLine[] = [...extentLines(extent), { label: 'Coverage', text: coverage }]
  return {
    fileName: `certificates-${new Date(exportedAtMs).toISOString().slice(0, 10)}`,
    title: 'Certificates',
    columns,
    about,
    rows: rows.map((row) => cellsOf(row, exportedAtMs)),
    rowCount: rows.length,
  }
}

function cellsOf({ plant, endMs, grade, reach, readAtMs }: AtRisk, nowMs: number): TableCell[] {
  const advice = reach === undefined ? undefined : renewalAdvice(reach)
  return [
    memberCell(plant, 'name'),
    memberCell(plant, 'serialNumber'),
    gradeMeanings[grade].label,
    Math.floor(((endMs - nowMs) / dayMs) * 10) / 10,
    endMs,
    reach === undefined ? 'not read yet' : reachWords[reach].label,
    timeCell(plant.lastSeenAt),
    timeCell(plant.lastAuthFailureAt),
    advice?.step,
    advice?.reason,
    memberCell(plant, 'lifecycleStatus'),
    memberCell(plant, 'authMethod'),
    plant.certificateSerialNumber,
    plant.certificateFingerprint,
    readAtMs,
    plant.id,
  ]
}
