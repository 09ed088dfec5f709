import type { CommandsSearch } from './commands-search'
import type { CommandPage } from '@/api/commands'
import type { PlantDetail } from '@/api/plant-schemas'
import { commandStatusMeanings } from '@/domain/commands/command-status'
import {
  type HistoryRow,
  answerLabels,
  otherAnswerText,
  roundTripOf,
} from '@/domain/commands/history-rows'
import { plantLabel } from '@/domain/plant/plant-name'
import { fileNamePart } from '@/lib/file-name'
import { countOf, formatCount } from '@/lib/format-count'
import { secondMs } from '@/lib/instants'
import {
  type ExportTable,
  type TableCell,
  type TableColumn,
  extentLines,
  instantCell,
  memberCell,
  unreadableCell,
} from '@/lib/table-export/export-table'
import { unreadableMember } from '@/lib/unreadable'

/** Data of the export. */
interface HistoryExport {
  plant: Pick<PlantDetail, 'id' | 'name' | 'serialNumber'>
  /** The commands shown, in their order. */
  rows: readonly HistoryRow[]
  page: CommandPage
  /** True when the config names the member with the target. */
  hasTarget: boolean
  search: CommandsSearch
  times: { readAtMs: number; exportedAtMs: number; waitMs: number }
}

const targetColumn: TableColumn = { heading: 'Target', kind: 'text' }

const columnsOf = (hasTarget: boolean): TableColumn[] => [
  { heading: 'Sent', kind: 'time' },
  { heading: 'Command', kind: 'text' },
  ...(hasTarget ? [targetColumn] : []),
  { heading: 'Payload', kind: 'text' },
  { heading: 'Status', kind: 'text' },
  { heading: 'Response status', kind: 'text' },
  { heading: 'Response', kind: 'text' },
  { heading: 'Round trip (s)', kind: 'number' },
  { heading: 'Sender', kind: 'text' },
  { heading: 'Recorded', kind: 'time' },
  { heading: 'Acknowledged', kind: 'time' },
  { heading: 'cmdId', kind: 'text' },
  { heading: 'ID of the record', kind: 'text' },
]

/** Returns the displayed commands as worded on screen, with payload and response as the server sent them. */
export function historyExport(given: HistoryExport): ExportTable {
  const { plant, rows, page, hasTarget, search, times } = given
  const { readAtMs, exportedAtMs, waitMs } = times
  const total = page.meta.total ?? null
  const day = new Date(exportedAtMs).toISOString().slice(0, 10)
  const lost = { label: 'Couldn’t be read', text: `${formatCount(page.unreadableRows)} more` }
  const loaded = countOf(page.data.length, 'command')
  return {
    fileName: `commands-${fileNamePart(plantLabel(plant))}-${day}`,
    title: 'Commands',
    columns: columnsOf(hasTarget),
    about: [
      { label: 'Plant', text: plant.name },
      { label: 'Serial number', text: plant.serialNumber },
      ...extentLines({
        filter: filterText(search),
        noun: 'commands',
        shown: rows.length,
        total,
        readAtMs,
        exportedAtMs,
      }),
      { label: 'Loaded', text: `Page ${formatCount(search.page ?? 1)} of the history: ${loaded}` },
      { label: 'No answer yet', text: `After ${waitMs / secondMs} s without an answer` },
      ...(page.unreadableRows > 0 ? [lost] : []),
    ],
    rows: rows.map((row) => cellsOf(row, hasTarget)),
    rowCount: rows.length,
  }
}

function filterText({ answer, name = '', mine }: CommandsSearch): string {
  const wanted = name.trim()
  return [
    ...(wanted === '' ? [] : [`Command contains: ${wanted}`]),
    ...(answer === undefined ? [] : [`Answer: ${answerLabels[answer]}`]),
    ...(mine === true ? ['Sent from this browser'] : []),
  ].join(', ')
}

function cellsOf(row: HistoryRow, hasTarget: boolean): TableCell[] {
  const { command, status, target, isOwn } = row
  const other = otherAnswerText(row)
  const { label } = commandStatusMeanings[status]
  return [
    instantCell(command, 'sentAt'),
    memberCell(command, 'command'),
    ...(hasTarget ? [target === unreadableMember ? unreadableCell : target] : []),
    memberCell(command, 'payload'),
    other === undefined ? label : `${label}: ${other}`,
    memberCell(command, 'responseStatus'),
    memberCell(command, 'response'),
    roundTripOf(command),
    isOwn ? 'This browser' : 'Not stated',
    instantCell(command, 'createdAt'),
    instantCell(command, 'ackedAt'),
    memberCell(command, 'cmdId'),
    memberCell(command, 'id'),
  ]
}
