import { use, useMemo, useState } from 'react'
import { CalendarButton } from './calendar-button'
import type { CertificatesSearch } from './certificates-search'
import type { ExportContext } from './export-context'
import { PlantNames } from './plant-names'
import type { Certificates } from './use-certificates'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { whyPlanIsOpen } from '@/domain/renewals/plan-basis'
import {
  type RowPlan,
  planRows,
  planVerdict,
  thisWeekText,
  turnText,
  verdictWords,
  weekOrderText,
} from '@/domain/renewals/row-plan'
import { codePart } from '@/lib/code-part'
import { countOf, formatCount } from '@/lib/format-count'
import { serverNow } from '@/lib/server-clock'
import { dayText } from '@/lib/zoned-days'
import { Button } from '@/ui/button'
import { ExportButtons } from '@/ui/export-buttons'
import { Notice } from '@/ui/notice'
import { Panel } from '@/ui/panel'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { TimeZoneContext } from '@/ui/time-zone-context'

const exportPart = codePart(() => import('./renewal-plan-export'))
/** Thousands of links at once would take seconds; the files have them all. */
const [weekStep, maxNamed] = [26, 20]

interface RenewalPlanPanelProps {
  /** The rows on screen. */
  rows: readonly AtRisk[]
  search: CertificatesSearch
  certificates: Certificates
}

/** The plan of renewals by week, once the capacity is given. */
export function RenewalPlanPanel({ rows, search, certificates }: RenewalPlanPanelProps) {
  const zone = use(TimeZoneContext)
  const { nowMs } = certificates
  const { capacity } = search
  const whyOpen = whyPlanIsOpen(certificates)
  const hidden = certificates.atRisk.length - rows.length
  const plan = useMemo(
    () =>
      capacity === undefined
        ? undefined
        : planRows(rows, capacity, { nowMs, zone, whyOpen, hidden }),
    [rows, capacity, nowMs, zone, whyOpen, hidden],
  )
  if (rows.length === 0) return null
  if (!plan) {
    return (
      <Panel title="Renewal plan" className="print:hidden">
        <p className="px-4 py-3 text-muted">
          Enter your weekly capacity to plan{' '}
          {rows.length === 1 ? 'this renewal' : `these ${formatCount(rows.length)} renewals`}.
        </p>
      </Panel>
    )
  }
  return <PlanPanel plan={plan} context={{ search, certificates }} />
}

interface PlanPanelProps {
  plan: RowPlan
  context: Omit<ExportContext, 'exportedAtMs'>
}

function PlanPanel({ plan, context }: PlanPanelProps) {
  const { kind, text } = planVerdict(plan)
  const { title, tone } = verdictWords[kind]
  const thisWeek = thisWeekText(plan)

  async function table() {
    const exportedAtMs = serverNow()
    const { renewalPlanExport } = await exportPart.load()
    return renewalPlanExport(plan, { ...context, exportedAtMs })
  }

  return (
    <Panel
      title="Renewal plan"
      actions={
        <div className="flex flex-wrap items-center gap-2" data-print="hide">
          <ExportButtons size="sm" what="the renewal plan" table={table} />
          <CalendarButton
            size="sm"
            what="the renewal plan"
            fileName="renewal-plan"
            write={({ planCalendar }, at) => planCalendar(plan, at)}
          />
        </div>
      }
    >
      <div className="flex flex-col gap-2 px-4 py-3">
        {kind === 'empty' ? (
          <p>{text}</p>
        ) : (
          <Notice tone={tone} title={title}>
            <p>{text}</p>
          </Notice>
        )}
        {thisWeek === undefined ? null : <p className="text-sm text-muted">{thisWeek}</p>}
        {plan.total > 0 ? <Weeks plan={plan} /> : null}
      </div>
    </Panel>
  )
}

function Weeks({ plan: { weeks, zone, nowMs } }: { plan: RowPlan }) {
  const [limit, setLimit] = useState(weekStep)
  return (
    <>
      <p className="text-sm text-muted">{weekOrderText}</p>
      <Table label="Weeks of the plan" regionClassName="md:max-h-96" isCards>
        <THead>
          <Tr>
            <Th>Week</Th>
            <Th isNumeric>Renewals</Th>
            <Th>Plants</Th>
          </Tr>
        </THead>
        <TBody>
          {weeks.slice(0, limit).map(({ fromMs, toMs, days, renewals }, at) => (
            <Tr key={fromMs}>
              <Td isCardTitle className="align-baseline tabular-nums print:whitespace-nowrap!">
                {at + 1}: from {dayText(fromMs, zone)}
                {days < 7 ? ` (${countOf(days, 'day')} left)` : null}
              </Td>
              <Td isNumeric label="Renewals" className="align-baseline">
                {formatCount(renewals.length)}
              </Td>
              <Td className="align-baseline whitespace-normal! max-md:block! max-md:text-start!">
                <PlantNames
                  plants={renewals.slice(0, maxNamed).map((renewal) => ({
                    ...renewal.row.plant,
                    note: <TurnNote text={turnText(renewal, { fromMs, toMs }, nowMs)} />,
                  }))}
                >
                  {afterNames(renewals.length)}
                </PlantNames>
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
      {weeks.length > limit ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="text-sm text-muted tabular-nums">
            The first {formatCount(limit)} of {formatCount(weeks.length)} weeks
          </p>
          <Button size="sm" onClick={() => setLimit(limit + weekStep)}>
            Show {weekStep} more weeks
          </Button>
        </div>
      ) : null}
    </>
  )
}

/** A note on a renewal that comes too late. */
function TurnNote({ text }: { text: ReturnType<typeof turnText> }) {
  if (text === 'In time') return null
  const tone = text === 'Has expired' ? 'text-muted' : 'text-warn'
  return <span className={`ml-1.5 text-xs ${tone}`}>{text.toLowerCase()}</span>
}

function afterNames(count: number): string | undefined {
  if (count === 0) return 'None'
  if (count <= maxNamed) return undefined
  return `and ${formatCount(count - maxNamed)} more, which the export lists`
}
