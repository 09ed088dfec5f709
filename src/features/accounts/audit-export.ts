import type { SubjectNames } from './use-subject-names'
import type { AuditEntry } from '@/api/account-schemas'
import type { RowPage } from '@/api/accounts'
import { auditDetailsText } from '@/domain/accounts/audit-details'
import {
  type AuditPart,
  auditParts,
  describeAccess,
  describeAudit,
  namesAreLatest,
  notInLog,
} from '@/domain/accounts/audit-words'
import { datedName, fileNamePart } from '@/lib/file-name'
import { countOf, formatCount } from '@/lib/format-count'
import {
  type CellColumn,
  cellsOf,
  headsOf,
  textColumn,
  timeColumn,
} from '@/lib/table-export/cell-columns'
import {
  type ExportTable,
  type TableCell,
  extentLines,
  instantCell,
  memberCell,
  unreadableCell,
} from '@/lib/table-export/export-table'
import { isUnreadable } from '@/lib/unreadable'

interface AuditExport {
  username: string
  part: AuditPart
  page: number
  /** The page that is shown. */
  read: RowPage<AuditEntry> | undefined
  /** Finds the names that the screen shows. */
  nameOf: SubjectNames
  readAtMs: number
  exportedAtMs: number
}

const columnsOf = (nameOf: SubjectNames): CellColumn<AuditEntry>[] => [
  timeColumn('Time', (entry) => instantCell(entry, 'at')),
  textColumn('Action', (entry) =>
    isUnreadable(entry, 'action') ? unreadableCell : describeAudit(entry).label,
  ),
  textColumn('Operation', (entry) => memberCell(entry, 'action')),
  textColumn('Subject', (entry) => subjectCell(entry, nameOf)),
  textColumn('Name as of', (entry) => asOfCell(entry, nameOf)),
  textColumn('Subject ID', (entry) => memberCell(entry, 'subjectId')),
  textColumn('Details', (entry) =>
    isUnreadable(entry, 'changes') ? unreadableCell : auditDetailsText(entry) || null,
  ),
  textColumn('Access', (entry) =>
    isUnreadable(entry, 'isByApiCredentials') ? unreadableCell : describeAccess(entry),
  ),
  textColumn('Done by', (entry) => memberCell(entry, 'username')),
  textColumn('ID of the entry', (entry) => memberCell(entry, 'id')),
]

function subjectCell(entry: AuditEntry, nameOf: SubjectNames): TableCell {
  if (!entry.subjectId) return null
  const { text, isReading } = nameOf(entry)
  return isReading ? 'not read yet' : text
}

const asOf = { now: 'now', last: 'deletion' } as const

/** Blank for a name that isn't known to be a later one. */
function asOfCell(entry: AuditEntry, nameOf: SubjectNames): TableCell {
  const { word } = nameOf(entry)
  return word ? asOf[word] : null
}

/** Returns the displayed page of a user's audit log as worded on screen, with the operation as the server sent it. */
export function auditExport(given: AuditExport): ExportTable {
  const { username, part, page, read, nameOf, readAtMs, exportedAtMs } = given
  const columns = columnsOf(nameOf)
  const entries = read?.data ?? []
  const unreadableRows = read?.unreadableRows ?? 0
  const loaded = countOf(entries.length, 'entry', 'entries')
  return {
    fileName: datedName(`audit-log-${fileNamePart(username)}`, exportedAtMs),
    title: 'Audit log',
    columns: headsOf(columns),
    about: [
      { label: 'Account', text: username },
      ...extentLines({
        filter: auditParts[part].label,
        noun: 'entries',
        shown: entries.length,
        total: read?.meta.total ?? null,
        readAtMs,
        exportedAtMs,
      }),
      { label: 'Not recorded', text: notInLog },
      ...(part === 'by-user' ? [{ label: 'Names', text: namesAreLatest }] : []),
      { label: 'Loaded', text: `Page ${formatCount(page)} of the log: ${loaded}` },
      ...(unreadableRows > 0
        ? [{ label: 'Couldn’t be read', text: `${formatCount(unreadableRows)} more` }]
        : []),
    ],
    rows: entries.map((entry) => cellsOf(columns, entry)),
    rowCount: entries.length,
  }
}
