import { use } from 'react'
import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { type Renewal, renewalPlan } from '@/domain/certificates/renewal-plan'
import { plantLabel } from '@/domain/plant/plant-name'
import { formatCount } from '@/lib/format-count'
import { dayText } from '@/lib/zoned-days'
import { Notice } from '@/ui/notice'
import { Panel } from '@/ui/panel'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { TimeZoneContext } from '@/ui/time-zone-context'
import { UntrustedText } from '@/ui/untrusted-text'

interface RenewalPlanPanelProps {
  /** The rows on screen. */
  rows: readonly AtRisk[]
  /** Renewals a week. */
  capacity: number | undefined
  nowMs: number
}

interface Planned extends Renewal {
  row: AtRisk
}

/** The plan of renewals by week, once the capacity is given. */
export function RenewalPlanPanel({ rows, capacity, nowMs }: RenewalPlanPanelProps) {
  const zone = use(TimeZoneContext)
  if (rows.length === 0) return null
  if (capacity === undefined) {
    return (
      <Panel title="Renewal plan">
        <p className="px-4 py-3 text-muted">
          Give the number of renewals a week to plan the {formatCount(rows.length)} listed.
        </p>
      </Panel>
    )
  }
  const items = rows.map((row): Planned => ({
    id: row.plant.id,
    endMs: row.endMs,
    isDark: row.reach === 'dark',
    row,
  }))
  const { weeks, expired, late, shortage } = renewalPlan(items, capacity, { nowMs, zone })
  return (
    <Panel title="Renewal plan">
      <div className="flex flex-col gap-2 px-4 py-3">
        {shortage ? (
          <Notice tone="warn" title="Not feasible">
            <p>
              {formatCount(shortage.missing)} short by week {shortage.week}.{' '}
              {expired > 0 ? `${formatCount(expired)} have expired already. ` : ''}
              {late.length > 0 ? `${formatCount(late.length)} will expire before their turn.` : ''}
            </p>
          </Notice>
        ) : (
          <p>
            All {formatCount(rows.length)} can be renewed in time, in {formatCount(weeks.length)}{' '}
            {weeks.length === 1 ? 'week' : 'weeks'}.
          </p>
        )}
        <Table label="Weeks of the plan" regionClassName="max-h-96">
          <THead>
            <Tr>
              <Th>Week</Th>
              <Th isNumeric>Renewals</Th>
              <Th>Plants, dark ones first</Th>
            </Tr>
          </THead>
          <TBody>
            {weeks.map(({ fromMs, renewals }, at) => (
              <Tr key={fromMs}>
                <Td className="align-top tabular-nums">
                  {at + 1}: from {dayText(fromMs, zone)}
                </Td>
                <Td isNumeric className="align-top">
                  {formatCount(renewals.length)}
                </Td>
                <Td className="whitespace-normal!">
                  {renewals.map(({ id, row }, place) => (
                    <span key={id}>
                      {place > 0 ? ', ' : ''}
                      <UntrustedText isCut>{plantLabel(row.plant)}</UntrustedText>
                    </span>
                  ))}
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      </div>
    </Panel>
  )
}
