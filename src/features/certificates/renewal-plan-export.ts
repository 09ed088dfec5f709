import { type ExportContext, contextLines } from './export-context'
import { contactLabel, renewalAdvice } from '@/domain/renewals/renewal-advice'
import {
  type PlannedRow,
  type RowPlan,
  planLine,
  thisWeekText,
  turnText,
  weekOrderText,
} from '@/domain/renewals/row-plan'
import { datedName } from '@/lib/file-name'
import { formatCount } from '@/lib/format-count'
import {
  type CellColumn,
  cellsOf,
  headsOf,
  numberColumn,
  textColumn,
  timeColumn,
} from '@/lib/table-export/cell-columns'
import { type ExportTable, memberCell } from '@/lib/table-export/export-table'
import { dayText } from '@/lib/zoned-days'

/** A visit, with its week: the number from 1, the start and the end (Unix ms). */
interface Visit {
  renewal: PlannedRow
  number: number
  fromMs: number
  toMs: number
}

const adviceOf = ({ renewal: { row } }: Visit) =>
  row.reach === undefined ? undefined : renewalAdvice(row.reach)

const columnsOf = ({ zone, nowMs }: RowPlan): CellColumn<Visit>[] => [
  numberColumn('Week', ({ number }) => number),
  textColumn(`Week from (${zone.name})`, ({ fromMs }) => dayText(fromMs, zone)),
  textColumn('Name', ({ renewal }) => memberCell(renewal.row.plant, 'name')),
  textColumn('Serial number', ({ renewal }) => memberCell(renewal.row.plant, 'serialNumber')),
  textColumn('Deadline', ({ renewal, ...week }) => turnText(renewal, week, nowMs)),
  timeColumn('Certificate expires', ({ renewal }) => renewal.row.endMs),
  textColumn('Contact', ({ renewal: { row } }) => contactLabel(row.plant, row.reach)),
  textColumn('Next step', (visit) => adviceOf(visit)?.step),
  textColumn('Reason', (visit) => adviceOf(visit)?.reason),
  textColumn('Plant ID', ({ renewal }) => renewal.row.plant.id),
]

/** Returns the plan as a table with a row for each visit, and the statement whether it can be kept. */
export function renewalPlanExport(plan: RowPlan, context: ExportContext): ExportTable {
  const { weeks, total, perWeek } = plan
  const columns = columnsOf(plan)
  const thisWeek = thisWeekText(plan)
  return {
    fileName: datedName('renewal-plan', context.exportedAtMs),
    title: 'Renewal plan',
    columns: headsOf(columns),
    about: [
      { label: 'Plan', text: planLine(plan) },
      { label: 'Renewals a week', text: formatCount(perWeek) },
      ...(thisWeek === undefined ? [] : [{ label: 'Week 1', text: thisWeek }]),
      { label: 'Order', text: weekOrderText },
      ...contextLines(total, context),
    ],
    rows: weeks.flatMap(({ fromMs, toMs, renewals }, at) =>
      renewals.map((renewal) => cellsOf(columns, { renewal, fromMs, toMs, number: at + 1 })),
    ),
    rowCount: total,
  }
}
