import { expect, it } from 'vitest'
import { renewalPlanExport } from './renewal-plan-export'
import { contextOf, nowMs, row } from './test-context'
import { planRows } from '@/domain/renewals/row-plan'
import { dayMs } from '@/lib/instants'
import { utc } from '@/lib/time-zone'

it('has a row for each renewal, in its week, and says whether the plan can be kept', () => {
  // A Saturday, with room for one of the four renewals of a week.
  const ends = [dayMs / 2, dayMs, -dayMs]
  const rows = ends.map((offset) => row({ endMs: nowMs + offset }))
  const plan = planRows(rows, 4, { nowMs, zone: utc, whyOpen: undefined })
  const { fileName, about, rows: cells, rowCount } = renewalPlanExport(plan, contextOf())
  expect(fileName).toBe('renewal-plan-2026-11-28')
  expect(about.slice(0, 4)).toEqual([
    { label: 'Plan', text: expect.stringMatching(/^Not feasible: /) },
    { label: 'Renewals a week', text: '4' },
    { label: 'Week 1', text: 'This week has 2 days left, with room for 1 of 4 renewals.' },
    { label: 'Order', text: expect.stringContaining('certificates that can’t wait, then') },
  ])
  expect(rowCount).toBe(3)
  expect([...cells].map(([week, from, , , deadline]) => [week, from, deadline])).toEqual([
    [1, '2026-11-28', 'In the week it expires'],
    [2, '2026-11-30', 'Has expired'],
    [2, '2026-11-30', 'Expires before its turn'],
  ])
})
