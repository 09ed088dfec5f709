import { describe, expect, it } from 'vitest'
import type { AtRisk } from './certificate-survey'
import { planLine, planRows, planVerdict, thisWeekText, turnText, verdictWords } from './row-plan'
import { dayMs } from '@/lib/instants'
import { utc } from '@/lib/time-zone'

/** A Monday. */
const nowMs = Date.UTC(2026, 10, 23)
const row = (id: string, days: number, reach: AtRisk['reach'] = 'offline'): AtRisk => ({
  plant: { id, name: id, serialNumber: id, certificateExpiresAt: null },
  endMs: nowMs + days * dayMs,
  grade: 'soon',
  reach,
  dueMs: 0,
  readAtMs: nowMs,
})
const plan = (rows: readonly AtRisk[], perWeek: number, whyOpen?: string) =>
  planRows(rows, perWeek, { nowMs, zone: utc, whyOpen })

describe('planRows', () => {
  it('keeps the row of each renewal, and within a week puts plants that do not try to connect first', () => {
    const { weeks, total } = plan([row('a', 3), row('b', 4, 'dark'), row('c', 10)], 2)
    expect(total).toBe(3)
    expect(weeks.map(({ renewals }) => renewals.map((renewal) => renewal.row.plant.id))).toEqual([
      ['b', 'a'],
      ['c'],
    ])
  })
})

describe('a plant not in service', () => {
  const resting = row('r', -30, 'resting')

  it('plans plants not in service in no week', () => {
    const { weeks, total } = plan([resting, row('a', 3)], 1)
    expect(total).toBe(1)
    expect(weeks.map(({ renewals }) => renewals.map(({ id }) => id))).toEqual([['a']])
  })

  it.each([
    [
      [resting, row('a', 9)],
      'The certificate can be renewed in time, by the end of week 1. 1 plant not in service is left out.',
    ],
    [
      [resting, row('a', 3), row('b', 4)],
      'Not feasible: 1 renewal too many by the end of week 1, so 1 certificate will expire before its turn. 1 renewal is planned for the week in which the certificate expires: renew it before its day. 1 plant not in service is left out.',
    ],
    [[resting, row('s', 3, 'resting')], 'Nothing to plan. 2 plants not in service are left out.'],
  ])('is counted separately', (rows, text) => {
    expect(planLine(plan(rows, 1))).toBe(text)
  })
})

describe('planVerdict', () => {
  it('is not feasible for a part of the renewals, whatever fits', () => {
    const part = planRows([row('a', 9)], 1, { nowMs, zone: utc, whyOpen: undefined, hidden: 2 })
    expect(planVerdict(part)).toEqual({
      kind: 'part',
      text: 'The certificate can be renewed in time, by the end of week 1. The filter hides 2 more certificates at risk, which need the same capacity.',
    })
    expect(planLine(part)).toMatch(/^Only a part is planned: /)
    expect(verdictWords.part.tone).not.toBe('ok')
  })

  it.each([
    [[row('a', 9)], 1, 'The certificate can be renewed in time, by the end of week 1.'],
    [
      [row('a', 9), row('b', 15)],
      1,
      'All 2 certificates can be renewed in time, by the end of week 2.',
    ],
  ])('confirms a plan that keeps every deadline', (rows, perWeek, text) => {
    expect(planVerdict(plan(rows, perWeek))).toEqual({ kind: 'feasible', text })
    expect(planLine(plan(rows, perWeek))).toBe(text)
  })

  it.each([
    [
      [row('a', -3), row('b', 9)],
      9,
      '1 certificate has expired already and can be renewed by the end of week 1. All 2 certificates can be renewed by the end of week 1.',
    ],
    [
      [row('a', -3), row('b', -4), row('c', 9)],
      1,
      '2 certificates have expired already and can be renewed by the end of week 3. All 3 certificates can be renewed by the end of week 3.',
    ],
  ])('does not call a plan feasible for what has expired', (rows, perWeek, text) => {
    expect(planVerdict(plan(rows, perWeek))).toEqual({ kind: 'expired', text })
    expect(planLine(plan(rows, perWeek))).toBe(`All remaining deadlines are met: ${text}`)
    expect(verdictWords.expired.tone).not.toBe('ok')
  })

  it.each([
    [
      [row('a', 3), row('b', 4)],
      '1 renewal too many by the end of week 1, so 1 certificate will expire before its turn. 1 renewal is planned for the week in which the certificate expires: renew it before its day.',
    ],
    [
      [row('a', 3), row('b', 4), row('c', 5), row('d', -3), row('e', -4)],
      '2 renewals too many by the end of week 1, so 2 certificates will expire before their turn. 1 renewal is planned for the week in which the certificate expires: renew it before its day. 2 certificates have expired already and can be renewed by the end of week 3.',
    ],
  ])('states how many renewals are too many for a plan that does not', (rows, text) => {
    expect(planVerdict(plan(rows, 1))).toEqual({ kind: 'notFeasible', text })
    expect(planLine(plan(rows, 1))).toBe(`Not feasible: ${text}`)
  })
})

describe('a plan before the list was read to the end', () => {
  const whyOpen = '2 of 9 plants loaded.'

  it.each([
    [
      [row('a', 9)],
      'open',
      'No verdict yet: 2 of 9 plants loaded. The certificate known so far can be renewed in time, by the end of week 1.',
    ],
    [
      [row('r', 3, 'resting')],
      'open',
      'No verdict yet: 2 of 9 plants loaded. Nothing to plan so far. 1 plant not in service is left out.',
    ],
    [
      [row('a', 3), row('b', 4)],
      'notFeasibleSoFar',
      'Not feasible so far: 2 of 9 plants loaded. 1 renewal too many by the end of week 1, so 1 certificate will expire before its turn. 1 renewal is planned for the week in which the certificate expires: renew it before its day.',
    ],
  ])('has no final verdict, and says what it rests on', (rows, kind, line) => {
    expect(planVerdict(plan(rows, 1, whyOpen)).kind).toBe(kind)
    expect(planLine(plan(rows, 1, whyOpen))).toBe(line)
  })

  it('never looks like a promise', () => {
    for (const kind of ['open', 'notFeasibleSoFar'] as const) {
      expect(verdictWords[kind].tone).not.toBe('ok')
    }
  })
})

describe('thisWeekText', () => {
  const textAt = (days: number, perWeek: number) =>
    thisWeekText(
      planRows([row('a', 30)], perWeek, {
        nowMs: nowMs + days * dayMs,
        zone: utc,
        whyOpen: undefined,
      }),
    )

  it.each([
    [2, 20, 'This week has 5 days left, with room for 14 of 20 renewals.'],
    [6, 6, 'This week has 1 day left, too few for a renewal at 6 a week.'],
  ])('after %i days with room for %i', (days, perWeek, text) => {
    expect(textAt(days, perWeek)).toBe(text)
  })

  it('is silent on a Monday, and without a plan', () => {
    expect(textAt(0, 20)).toBeUndefined()
    expect(thisWeekText(plan([], 20))).toBeUndefined()
  })
})

describe('turnText', () => {
  it.each([
    [-1, 'Has expired'],
    [3, 'Expires before its turn'],
    [7, 'In the week it expires'],
    [13.9, 'In the week it expires'],
    [14, 'In time'],
    [30, 'In time'],
  ])('compares an expiry in %i days with a renewal planned for next week', (days, text) => {
    const renewal = { id: 'a', endMs: nowMs + days * dayMs, isDark: false }
    const week = { fromMs: nowMs + 7 * dayMs, toMs: nowMs + 14 * dayMs }
    expect(turnText(renewal, week, nowMs)).toBe(text)
  })
})

describe('a plan with renewals in the week of their expiry', () => {
  it.each([
    [
      [row('a', 3)],
      'Feasible, but tight: 1 renewal is planned for the week in which the certificate expires: renew it before its day. The certificate can be renewed by the end of week 1.',
    ],
    [
      [row('a', 3), row('b', 4), row('c', -9)],
      'Remaining deadlines are tight: 2 renewals are planned for the week in which the certificate expires: renew them before their day. 1 certificate has expired already and can be renewed by the end of week 2. All 3 certificates can be renewed by the end of week 2.',
    ],
    [
      [row('a', 3), row('b', 4), row('c', 5)],
      'Not feasible: 1 renewal too many by the end of week 1, so 1 certificate will expire before its turn. 2 renewals are planned for the week in which the certificate expires: renew them before their day.',
    ],
  ])('is never called in time', (rows, line) => {
    expect(planLine(plan(rows, 2))).toBe(line)
    expect([verdictWords.tight.tone, verdictWords.expiredTight.tone]).toEqual(['warn', 'warn'])
  })
})
