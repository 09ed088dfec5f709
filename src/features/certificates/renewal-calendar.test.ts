import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import { planCalendar, renewalCalendar } from './renewal-calendar'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { planRows } from '@/domain/renewals/row-plan'
import { dayMs, hourMs } from '@/lib/instants'
import { utc } from '@/lib/time-zone'

const endMs = Date.UTC(2026, 11, 24, 22, 30)
const row = (name: string, serialNumber: string): AtRisk => ({
  plant: { id: `id-${serialNumber}`, name, serialNumber, certificateExpiresAt: null },
  endMs,
  grade: 'soon',
  reach: 'offline',
  dueMs: endMs,
  readAtMs: endMs,
})
const at = { origin: 'https://deck.example/base', nowMs: endMs - 20 * dayMs }
const read = (rows: readonly AtRisk[], nowMs = at.nowMs) =>
  convertIcsCalendar(undefined, renewalCalendar(rows, { ...at, nowMs }))

describe('renewalCalendar', () => {
  it('has one event per plant, with an alarm, at the time of the expiry', () => {
    const { events = [] } = read([row('FVE Zlín', 'A-1'), row('Brno', 'A-2')])
    expect(events.map(({ summary }) => summary)).toEqual([
      'Certificate of FVE Zlín expires',
      'Certificate of Brno expires',
    ])
    const [first] = events
    expect(first?.start.date.getTime()).toBe(endMs)
    expect(first?.url).toBe('https://deck.example/base/plants/id-A-1/security')
    expect(first?.description).toContain('Next step: Site visit.')
    expect(first?.alarms?.[0]?.trigger).toMatchObject({ value: { days: 14, before: true } })
  })

  it('writes names with special characters that calendars read back unchanged', () => {
    const name =
      'Sun, wind; water\\oil 🌞 and a name that is longer than a line of seventy-five octets'
    const { events = [] } = read([row(name, 'A-3')])
    expect(events[0]?.summary).toBe(`Certificate of ${name} expires`)
    const lines = renewalCalendar([row(name, 'A-3')], at).split('\r\n')
    expect(Math.max(...lines.map((line) => Array.from(line).length))).toBeLessThanOrEqual(75)
  })

  it('writes durations of whole days without a time', () => {
    const text = renewalCalendar([row('FVE Zlín', 'A-1')], at)
    expect(text).toMatch(/TRIGGER:-P14D\r\n/)
    expect(text).toMatch(/DURATION:PT30M\r\n/)
  })

  it.each([
    [14 * dayMs + 1, { days: 14 }, 'in 14 days'],
    [14 * dayMs, { days: 1 }, 'in 1 day'],
    [dayMs, { hours: 1 }, 'in 1 hour'],
    [hourMs, undefined, undefined],
  ])('%i ms before the expiry, has an alarm that is still to come', (leftMs, value, words) => {
    const { events: [event] = [] } = read([row('Brno', 'A-2')], endMs - leftMs)
    const [alarm] = event?.alarms ?? []
    expect(alarm?.trigger).toEqual(
      value && expect.objectContaining({ value: { ...value, before: true } }),
    )
    expect(alarm?.description).toBe(words && `Certificate of Brno expires ${words}`)
  })

  it('leaves out what has expired, and says so in each event', () => {
    const expired = { ...row('Old', 'A-9'), endMs: endMs - 300 * dayMs }
    const { events = [], name } = read([expired, row('Brno', 'A-2')])
    expect(events.map(({ summary }) => summary)).toEqual(['Certificate of Brno expires'])
    expect(name).toBe('Certificate renewals')
    expect(events[0]?.description).toContain(
      '1 certificate has expired and is not in this calendar.',
    )
  })

  it('says what a renewal does to the plant', () => {
    const { events: [event] = [] } = read([row('Brno', 'A-2')])
    expect(event?.description).toContain('cannot connect until someone installs the new package')
  })

  it('escapes a line break in a name', () => {
    const { events = [] } = read([row('One\r\nEND:VEVENT\r\nSUMMARY:Two', 'A-4')])
    expect(events).toHaveLength(1)
  })
})

describe('planCalendar', () => {
  const nowMs = endMs - 10 * dayMs
  const plan = (perWeek: number) =>
    planRows([row('Zlín', 'A-1'), row('Brno', 'A-2')], perWeek, {
      nowMs,
      zone: utc,
      whyOpen: undefined,
    })
  const readPlan = (perWeek: number) =>
    convertIcsCalendar(undefined, planCalendar(plan(perWeek), { ...at, nowMs }))

  it('has one event per renewal, which lasts its week, with an alarm on the Friday before or in the next hour', () => {
    const { events = [], name } = readPlan(1)
    expect(name).toBe('Renewal plan')
    expect(events.map(({ start }) => [start.type, start.date.toISOString().slice(0, 10)])).toEqual([
      ['DATE', '2026-12-14'],
      ['DATE', '2026-12-21'],
    ])
    const [first, second] = events
    expect(first?.duration).toMatchObject({ days: 7 })
    expect(first?.summary).toBe('Provision Zlín and install the package')
    // Its week began on a Monday, and it is 22:30.
    expect(first?.alarms?.[0]?.trigger).toMatchObject({ value: { hours: 23 } })
    expect(second?.alarms?.[0]?.trigger).toMatchObject({ value: { days: 3, before: true } })
    expect(first?.description).toContain('Week 1 of the plan. In time.')
    expect(first?.description).toMatch(/Certificate expires: .*2026.*22:30/)
    expect(planCalendar(plan(1), { ...at, nowMs })).toMatch(/TRIGGER:PT23H\r\n/)
    expect(first?.description).toContain(
      'Feasible, but tight: 1 renewal is planned for the week in which the certificate expires',
    )
    expect(second?.description).toContain('Week 2 of the plan. In the week it expires.')
  })

  it('begins the events of the present week today, and ends them with it', () => {
    const friday = Date.UTC(2026, 11, 18, 9)
    const rows = [row('Zlín', 'A-1')]
    const late = planRows(rows, 7, { nowMs: friday, zone: utc, whyOpen: undefined })
    const { events = [] } = convertIcsCalendar(
      undefined,
      planCalendar(late, { ...at, nowMs: friday }),
    )
    expect(events[0]?.start.date.toISOString().slice(0, 10)).toBe('2026-12-18')
    expect(events[0]?.duration).toMatchObject({ days: 3 })
  })

  it('states in each event, not in its short name, that the plan is not feasible', () => {
    // A Thursday: the four days that are left have no room for any.
    const thursday = endMs - hourMs
    const late = planRows([row('Zlín', 'A-1'), row('Brno', 'A-2')], 1, {
      nowMs: thursday,
      zone: utc,
      whyOpen: undefined,
    })
    const text = planCalendar(late, { ...at, nowMs: thursday })
    const { events = [], name } = convertIcsCalendar(undefined, text)
    const line =
      'Not feasible: 2 renewals too many by the end of week 1, so 2 certificates will expire before their turn.'
    expect(name).toBe('Renewal plan')
    for (const { description } of events) expect(description).toContain(line)
  })
})
