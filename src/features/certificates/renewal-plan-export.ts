import { type ExportContext, contextLines, datedName } from './export-context'
import { reachWords, renewalAdvice } from '@/domain/renewals/renewal-advice'
import { type RowPlan, planLine, thisWeekText, turnText } from '@/domain/renewals/row-plan'
import { formatCount } from '@/lib/format-count'
import { type ExportTable, type TableCell, memberCell } from '@/lib/table-export/export-table'
import { dayText } from '@/lib/zoned-days'

/** Returns the plan as a table with a row for each visit, and the statement whether it can be kept. */
export function renewalPlanExport(plan: RowPlan, context: ExportContext): ExportTable {
  const { weeks, total, perWeek, zone, nowMs } = plan
  const thisWeek = thisWeekText(plan)
  return {
    fileName: datedName('renewal-plan', context.exportedAtMs),
    title: 'Renewal plan',
    columns: [
      { heading: 'Week', kind: 'number' },
      { heading: `Week from (${zone.name})`, kind: 'text' },
      { heading: 'Name', kind: 'text' },
      { heading: 'Serial number', kind: 'text' },
      { heading: 'Deadline', kind: 'text' },
      { heading: 'Certificate expires', kind: 'time' },
      { heading: 'Contact', kind: 'text' },
      { heading: 'Next step', kind: 'text' },
      { heading: 'Reason', kind: 'text' },
      { heading: 'Plant ID', kind: 'text' },
    ],
    about: [
      { label: 'Plan', text: planLine(plan) },
      { label: 'Renewals a week', text: formatCount(perWeek) },
      ...(thisWeek === undefined ? [] : [{ label: 'Week 1', text: thisWeek }]),
      ...contextLines(total, context),
    ],
    rows: weeks.flatMap(({ fromMs, renewals }, at) =>
      renewals.map((renewal): TableCell[] => {
        const { plant, endMs, reach } = renewal.row
        const advice = reach === undefined ? undefined : renewalAdvice(reach)
        return [
          at + 1,
          dayText(fromMs, zone),
          memberCell(plant, 'name'),
          memberCell(plant, 'serialNumber'),
          turnText(renewal, fromMs, nowMs),
          endMs,
          reach === undefined ? 'not read yet' : reachWords[reach].label,
          advice?.step,
          advice?.reason,
          plant.id,
        ]
      }),
    ),
    rowCount: total,
  }
}
