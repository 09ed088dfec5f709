import { describe, expect, it } from 'vitest'
import { nearestEntries } from './nearest-entries'
import { plantTimeline } from './plant-timeline'
import type { Command } from '@/api/commands'
import type { PlantDetail } from '@/api/plant-schemas'
import { dayMs } from '@/lib/instants'

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
const command = (change: Partial<Command>): Command => ({ id: 'c', command: 'HOLD', ...change })
const timelineOf = (change: Partial<PlantDetail>, commands: Command[] = []) =>
  plantTimeline({ ...bare, ...change }, commands, nowMs, undefined)

describe('nearestEntries', () => {
  it('keeps the entries nearest to now and counts the rest', () => {
    const commands = Array.from({ length: 9 }, (_, day) => command({ sentAt: ago(day * dayMs) }))
    const timeline = timelineOf(
      { certificateExpiresAt: ago(-dayMs), activatedAt: ago(-9 * dayMs), lastSeenAt: '?' },
      commands,
    )
    const { ahead, past, undated, left } = nearestEntries(timeline, { ahead: 1, past: 2 })
    expect(ahead.map(({ key }) => key)).toEqual(['expiry'])
    expect(past.map(({ key }) => key)).toEqual(['command 0', 'command 1'])
    expect([undated.length, left]).toEqual([1, 8])
  })
})
