import { describe, expect, it } from 'vitest'
import { type PlantTimeline, plantTimeline } from './plant-timeline'
import type { Command } from '@/api/commands'
import type { PlantDetail } from '@/api/plant-schemas'
import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/instants'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const ago = (ms: number) => new Date(nowMs - ms).toISOString()
const bare: PlantDetail = {
  id: 'a',
  name: 'FVE Zlín',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
}
const alert = { id: 'x', severity: 'ERROR', status: 'ACTIVE', message: 'Too hot' }
const command = (change: Partial<Command>): Command => ({ id: 'c', command: 'HOLD', ...change })

const timelineOf = (change: Partial<PlantDetail>, commands: Command[] = [], graceMs?: number) =>
  plantTimeline({ ...bare, ...change }, commands, nowMs, graceMs)
/** "+" ahead, "-" past, "?" undated: tone, title (subject) note. */
function said({ ahead, past, undated }: PlantTimeline): string[] {
  const line = (sign: string) => (entry: PlantTimeline['past'][number]) =>
    [sign, entry.tone, entry.title, entry.subject && `(${entry.subject})`, entry.note]
      .filter(Boolean)
      .join(' ')
  return [
    ...ahead.map(line('+')),
    ...past.map(line('-')),
    ...undated.map(({ title, sent }) => `? ${title} ${sent}`),
  ]
}

describe('plantTimeline', () => {
  it('is empty for a plant without dates, or with dates of year zero', () => {
    expect(said(timelineOf({}))).toEqual([])
    const zero = '0001-01-01T00:00:00Z'
    expect(
      said(timelineOf({ createdAt: zero, lastSeenAt: '0000-00-00', activatedAt: null })),
    ).toEqual([])
  })

  it("lists a plant's history, newest first, with now between past and future", () => {
    const plant = {
      createdAt: ago(400 * dayMs),
      activatedAt: ago(390 * dayMs),
      updatedAt: ago(2 * dayMs),
      lastSeenAt: ago(minuteMs),
      secretRotatedAt: ago(100 * dayMs),
      lastAuthFailureAt: ago(3 * dayMs),
      authFailureCount: 1204,
      certificateExpiresAt: ago(-20 * dayMs),
    }
    expect(said(timelineOf(plant))).toEqual([
      '+ warn Certificate expires',
      '- neutral Last seen',
      '- neutral Last changed',
      '- warn Last authentication failure 1,204 in all',
      '- neutral Secret rotated',
      '- neutral Activated',
      '- neutral Created',
    ])
  })

  it('omits a change that is the creation', () => {
    const at = ago(dayMs)
    expect(said(timelineOf({ createdAt: at, updatedAt: at }))).toEqual(['- neutral Created'])
  })

  it('shows the end of the previous secret while it is in the future', () => {
    expect(said(timelineOf({ secretRotatedAt: ago(20 * minuteMs) }))).toEqual([
      '+ info Previous secret expires As documented, 1 hour after the rotation',
      '- neutral Secret rotated',
    ])
    expect(said(timelineOf({ secretRotatedAt: ago(hourMs) }))).toHaveLength(1)
    const revoked = { secretRotatedAt: ago(20 * minuteMs), lifecycleStatus: 'REVOKED' }
    expect(said(timelineOf(revoked))).toEqual(['- neutral Secret rotated'])
    expect(said(timelineOf({ secretRotatedAt: '9999-12-31T23:59:59Z' }))).toEqual([
      '+ warn Secret rotated Its date is in the future, so a clock is wrong',
    ])
  })

  it('ends a grace period at the time the platform stated', () => {
    const rotated = { secretRotatedAt: ago(20 * minuteMs) }
    const stated = timelineOf(rotated, [], 30 * minuteMs)
    expect(said(stated)[0]).toBe('+ info Previous secret expires')
    expect(stated.ahead[0]?.atMs).toBe(nowMs + 10 * minuteMs)
    expect(said(timelineOf(rotated, [], 0))).toEqual(['- neutral Secret rotated'])
  })

  it('describes the end of a certificate relative to now', () => {
    const expiry = (certificateExpiresAt: string, lifecycleStatus = 'ACTIVE') =>
      said(timelineOf({ certificateExpiresAt, lifecycleStatus }))
    expect(expiry(ago(dayMs))).toEqual(['- danger Certificate expired'])
    expect(expiry(ago(dayMs), 'DECOMMISSIONED')).toEqual([
      '- neutral Certificate expiry The plant is decommissioned',
    ])
    expect(expiry(ago(-dayMs), 'REVOKED')).toEqual([
      '+ neutral Certificate expiry The plant is revoked',
    ])
    expect(expiry('9999-12-31T23:59:59Z')).toEqual(['+ neutral Certificate expires'])
    expect(expiry('soon')).toEqual(['? Certificate expiry soon'])
  })

  it('lists unreadable times separately and marks past actions with a date in the future', () => {
    const plant = { activatedAt: '9999-12-31T23:59:59Z', lastSeenAt: 'yesterday' }
    expect(said(timelineOf(plant))).toEqual([
      '+ warn Activated Its date is in the future, so a clock is wrong',
      '? Last seen yesterday',
    ])
  })

  it('treats an action a few minutes ahead as a difference between clocks', () => {
    expect(said(timelineOf({ lastSeenAt: ago(-4 * minuteMs) }))).toEqual(['- neutral Last seen'])
    expect(said(timelineOf({ lastSeenAt: ago(-6 * minuteMs) }))[0]).toMatch(/^\+ warn Last seen/)
  })

  it('shows when alerts were raised, acknowledged and resolved', () => {
    const alerts = [
      { ...alert, createdAt: ago(5 * dayMs) },
      {
        ...alert,
        severity: 'NOTICE',
        status: 'RESOLVED',
        createdAt: ago(4 * dayMs),
        acknowledgedAt: ago(3 * dayMs),
        acknowledgedBy: 'jana',
        resolvedAt: ago(2 * dayMs),
      },
    ]
    expect(said(timelineOf({ alerts: { items: alerts, unreadable: 0 } }))).toEqual([
      '- ok Alert resolved (Too hot)',
      '- info Alert acknowledged (Too hot) By jana',
      '- neutral Alert raised: NOTICE (Too hot)',
      '- danger Alert raised: Error (Too hot)',
    ])
  })

  it.each<[string, Partial<Command>, string[]]>([
    [
      'acknowledged soon',
      { sentAt: ago(dayMs), ackedAt: ago(dayMs - 1.42 * secondMs), responseStatus: 'OK' },
      ['- neutral Command sent (HOLD) Acknowledged after 1.4 s. Response: OK'],
    ],
    [
      'acknowledged late',
      { sentAt: ago(dayMs), ackedAt: ago(dayMs - 2 * minuteMs), responseStatus: 'ERR_7' },
      ['- neutral Command acknowledged (HOLD) Response: ERR_7', '- neutral Command sent (HOLD)'],
    ],
    [
      'acknowledged before it was sent',
      { sentAt: ago(dayMs), ackedAt: ago(2 * dayMs) },
      ['- neutral Command sent (HOLD)', '- neutral Command acknowledged (HOLD) No response status'],
    ],
    [
      'not acknowledged',
      { sentAt: ago(dayMs) },
      ['- neutral Command sent (HOLD) No acknowledgement recorded'],
    ],
    [
      'recorded only',
      { createdAt: ago(dayMs) },
      ['- neutral Command recorded, send time missing (HOLD) No acknowledgement recorded'],
    ],
    [
      'with a response but no time',
      { sentAt: ago(dayMs), responseStatus: 'OK' },
      ['- neutral Command sent (HOLD) Acknowledged, time not stated. Response: OK'],
    ],
    [
      'with an unreadable response',
      { sentAt: ago(dayMs), unreadable: ['responseStatus'] },
      [
        '- neutral Command sent (HOLD) Acknowledged, time not stated. The response status is unreadable',
      ],
    ],
    ['of unreadable time', { sentAt: 'just now' }, ['? Command sent just now']],
  ])('never describes a command as a success: %s', (_, change, lines) => {
    expect(said(timelineOf({}, [command(change)]))).toEqual(lines)
  })

  it('lists entries with an unreadable time separately, neither as missing nor as now', () => {
    const plant = { lastSeenAt: null, updatedAt: null, createdAt: null }
    const sent = command({ sentAt: null, unreadable: ['sentAt'] })
    const unread = ['lastSeenAt', 'updatedAt', 'createdAt']
    const { undated, past } = timelineOf({ ...plant, unreadable: unread }, [sent])
    expect(undated.map(({ title, sent: text }) => [title, text])).toEqual([
      ['Created', null],
      ['Last changed', null],
      ['Last seen', null],
      ['Command sent', null],
    ])
    expect(past).toEqual([])
  })

  it('gives each entry a unique key, even when ids are missing or repeated', () => {
    const alerts = [alert, alert].map((one) => ({ ...one, id: '', createdAt: ago(dayMs) }))
    const commands = [command({ sentAt: ago(dayMs) }), command({ sentAt: ago(dayMs) })]
    const keys = timelineOf({ alerts: { items: alerts, unreadable: 0 } }, commands).past.map(
      ({ key }) => key,
    )
    expect(new Set(keys).size).toBe(4)
  })
})
