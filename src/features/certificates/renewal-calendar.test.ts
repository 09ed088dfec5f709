import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it } from 'vitest'
import { renewalCalendar } from './renewal-calendar'
import type { AtRisk } from '@/domain/certificates/certificate-survey'

const endMs = Date.UTC(2026, 11, 24, 22, 30)
const row = (name: string, serialNumber: string): AtRisk => ({
  plant: { id: `id-${serialNumber}`, name, serialNumber, certificateExpiresAt: null },
  endMs,
  grade: 'soon',
  reach: 'offline',
  dueMs: endMs,
  readAtMs: endMs,
})
const read = (rows: readonly AtRisk[]) =>
  convertIcsCalendar(undefined, renewalCalendar(rows, 'https://deck.example/base'))

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

  it('writes names with special characters so that they are read back', () => {
    const name =
      'Sun, wind; water\\oil 🌞 and a name that is longer than a line of seventy-five octets'
    const { events = [] } = read([row(name, 'A-3')])
    expect(events[0]?.summary).toBe(`Certificate of ${name} expires`)
    const lines = renewalCalendar([row(name, 'A-3')], 'https://deck.example').split('\r\n')
    expect(Math.max(...lines.map((line) => Array.from(line).length))).toBeLessThanOrEqual(75)
  })

  it('keeps a line break in a name out of the structure', () => {
    const { events = [] } = read([row('One\r\nEND:VEVENT\r\nSUMMARY:Two', 'A-4')])
    expect(events).toHaveLength(1)
  })
})
