import { type ExportContext, contextLines, datedName } from './export-context'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { gradeMeanings, reachWords, renewalAdvice } from '@/domain/renewals/renewal-advice'
import { proofLines, storedProof } from '@/domain/renewals/renewal-evidence'
import type { WorklistEntry } from '@/domain/renewals/worklist-entry'
import { dayMs } from '@/lib/instants'
import {
  type ExportTable,
  type TableCell,
  type TableColumn,
  instantCell,
  memberCell,
} from '@/lib/table-export/export-table'

const columns: readonly TableColumn[] = [
  { heading: 'Name', kind: 'text' },
  { heading: 'Serial number', kind: 'text' },
  { heading: 'Expiry', kind: 'text' },
  { heading: 'Days left', kind: 'number' },
  { heading: 'Certificate expires', kind: 'time' },
  { heading: 'Contact', kind: 'text' },
  { heading: 'Connection', kind: 'text' },
  { heading: 'Last seen', kind: 'time' },
  { heading: 'Authentication failures', kind: 'number' },
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

/** Returns the rows with the words of the screen, what they rest on, and the evidence that the worklist keeps. */
export function certificatesExport(
  rows: readonly AtRisk[],
  context: ExportContext,
  entries: readonly WorklistEntry[],
): ExportTable {
  const { exportedAtMs } = context
  return {
    fileName: datedName('certificates', exportedAtMs),
    title: 'Certificates',
    columns,
    about: [...contextLines(rows.length, context), ...proofLines(entries.map(storedProof))],
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
    memberCell(plant, 'status'),
    instantCell(plant, 'lastSeenAt'),
    memberCell(plant, 'authFailureCount'),
    instantCell(plant, 'lastAuthFailureAt'),
    advice?.step,
    advice?.reason,
    memberCell(plant, 'lifecycleStatus'),
    memberCell(plant, 'authMethod'),
    memberCell(plant, 'certificateSerialNumber'),
    memberCell(plant, 'certificateFingerprint'),
    readAtMs,
    plant.id,
  ]
}
