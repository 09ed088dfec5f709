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
import { datedName, fileNamePart } from '@/lib/file-name'
import { countOf, formatCount } from '@/lib/format-count'
import { secondMs } from '@/lib/instants'
import {
  type CellColumn,
  cellsOf,
  headsOf,
  numberColumn,
  textColumn,
  timeColumn,
} from '@/lib/table-export/cell-columns'
import {
  type ExportTable,
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

type HistoryColumn = CellColumn<HistoryRow>

const targetColumn: HistoryColumn = textColumn('Target', ({ target }) =>
  target === unreadableMember ? unreadableCell : target,
)

const columnsOf = (hasTarget: boolean): HistoryColumn[] => [
  timeColumn('Sent', ({ command }) => instantCell(command, 'sentAt')),
  textColumn('Command', ({ command }) => memberCell(command, 'command')),
  ...(hasTarget ? [targetColumn] : []),
  textColumn('Payload', ({ command }) => memberCell(command, 'payload')),
  textColumn('Status', (row) => {
    const { label } = commandStatusMeanings[row.status]
    const other = otherAnswerText(row)
    return other === undefined ? label : `${label}: ${other}`
  }),
  textColumn('Response status', ({ command }) => memberCell(command, 'responseStatus')),
  textColumn('Response', ({ command }) => memberCell(command, 'response')),
  numberColumn('Round trip (s)', ({ command }) => roundTripOf(command)),
  textColumn('Sender', ({ isOwn }) => (isOwn ? 'This browser' : 'Not stated')),
  timeColumn('Recorded', ({ command }) => instantCell(command, 'createdAt')),
  timeColumn('Acknowledged', ({ command }) => instantCell(command, 'ackedAt')),
  textColumn('cmdId', ({ command }) => memberCell(command, 'cmdId')),
  textColumn('ID of the record', ({ command }) => memberCell(command, 'id')),
]

/** Returns the displayed commands as worded on screen, with payload and response as the server sent them. */
export function historyExport(given: HistoryExport): ExportTable {
  const { plant, rows, page, hasTarget, search, times } = given
  const { readAtMs, exportedAtMs, waitMs } = times
  const total = page.meta.total ?? null
  const columns = columnsOf(hasTarget)
  const lost = { label: 'Couldn’t be read', text: `${formatCount(page.unreadableRows)} more` }
  const loaded = countOf(page.data.length, 'command')
  return {
    fileName: datedName(`commands-${fileNamePart(plantLabel(plant))}`, exportedAtMs),
    title: 'Commands',
    columns: headsOf(columns),
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
    rows: rows.map((row) => cellsOf(columns, row)),
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
