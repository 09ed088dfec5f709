import { type ExportContext, contextLines } from './export-context'
import type { Plant } from '@/api/plant-schemas'
import { authMethodLabel } from '@/domain/credentials/auth-methods'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { contactLabel, gradeMeanings, renewalAdvice } from '@/domain/renewals/renewal-advice'
import { proofLines, storedProof } from '@/domain/renewals/renewal-evidence'
import type { WorklistEntry } from '@/domain/renewals/worklist-entry'
import { connectionMeaning } from '@/domain/status/connection'
import { lifecycleMeaning } from '@/domain/status/lifecycle'
import { datedName } from '@/lib/file-name'
import { dayMs } from '@/lib/instants'
import {
  type CellColumn,
  cellsOf,
  headsOf,
  numberColumn,
  textColumn,
  timeColumn,
} from '@/lib/table-export/cell-columns'
import { type ExportTable, instantCell, memberCell } from '@/lib/table-export/export-table'
import { isUnreadable } from '@/lib/unreadable'

/** The members that a plant's state rests on. */
type ReadMembers = AtRisk['plant'] & Pick<Plant, 'status'>

/** A row of the page when the file is written (Unix ms, server's clock). */
interface WrittenRow {
  row: AtRisk
  nowMs: number
}

const adviceOf = ({ row: { reach } }: WrittenRow) =>
  reach === undefined ? undefined : renewalAdvice(reach)

/** Makes a column of a plant's state; empty before its own record was read. */
const stateColumn = (heading: string, label: (plant: ReadMembers) => string) =>
  textColumn(heading, ({ row: { plant } }: WrittenRow) => {
    const { status } = plant
    return status === undefined ? undefined : label({ ...plant, status })
  })

const columns: readonly CellColumn<WrittenRow>[] = [
  textColumn('Name', ({ row }) => memberCell(row.plant, 'name')),
  textColumn('Serial number', ({ row }) => memberCell(row.plant, 'serialNumber')),
  textColumn('Expiry', ({ row }) => gradeMeanings[row.grade].label),
  numberColumn(
    'Days left',
    ({ row, nowMs }) => Math.floor(((row.endMs - nowMs) / dayMs) * 10) / 10,
  ),
  timeColumn('Certificate expires', ({ row }) => row.endMs),
  textColumn('Contact', ({ row }) => contactLabel(row.plant, row.reach)),
  stateColumn('Connection', (plant) => connectionMeaning(plant).label),
  timeColumn('Last seen', ({ row }) => instantCell(row.plant, 'lastSeenAt')),
  numberColumn('Authentication failures', ({ row }) => memberCell(row.plant, 'authFailureCount')),
  timeColumn('Last authentication failure', ({ row }) =>
    instantCell(row.plant, 'lastAuthFailureAt'),
  ),
  textColumn('Next step', (row) => adviceOf(row)?.step),
  textColumn('Reason', (row) => adviceOf(row)?.reason),
  stateColumn('Lifecycle', (plant) => lifecycleMeaning(plant).label),
  textColumn('Authentication method', ({ row: { plant } }) =>
    isUnreadable(plant, 'authMethod') || plant.authMethod === undefined || plant.authMethod === null
      ? memberCell(plant, 'authMethod')
      : authMethodLabel(plant.authMethod),
  ),
  textColumn('Certificate serial number', ({ row }) =>
    memberCell(row.plant, 'certificateSerialNumber'),
  ),
  textColumn('Fingerprint', ({ row }) => memberCell(row.plant, 'certificateFingerprint')),
  timeColumn('Read', ({ row }) => row.readAtMs),
  textColumn('Plant ID', ({ row }) => row.plant.id),
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
    columns: headsOf(columns),
    about: [...contextLines(rows.length, context), ...proofLines(entries.map(storedProof))],
    rows: rows.map((row) => cellsOf(columns, { row, nowMs: exportedAtMs })),
    rowCount: rows.length,
  }
}
