import { describe, expect, it } from 'vitest'
import { attentionItem } from './attention-items'
import type { AttentionContext } from './attention-survey'
import { ago, anyPlants, healthy, nowMs, survey } from './test-plants'
import type { Plant } from '@/api/plant-schemas'
import { parseFilter, printFilter } from '@/domain/fleet/filter-text'
import { matchesFilter } from '@/domain/fleet/test-plain-list'
import { dayMs, hourMs, minuteMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

const timeText = (atMs: number) => new Date(atMs).toISOString().slice(0, 16)

function itemsOf(plants: readonly Plant[], context: Partial<AttentionContext> = {}) {
  const { outage } = context
  return survey(plants, context).groups.map((group) =>
    attentionItem(group, { outage, nowMs, timeText }),
  )
}

const expired = (id: string, ms: number) => ({ ...healthy, id, certificateExpiresAt: ago(ms) })

describe('attentionItem', () => {
  it('counts, gives the earliest time and the reason, and leads to the filtered list', () => {
    const plants = [expired('a', dayMs / 2), expired('b', dayMs)]
    expect(itemsOf(plants)).toEqual([
      {
        key: 'expired',
        severity: 'critical',
        title: '2 certificates have expired',
        reason:
          'The first expired 2026-11-27T12:00 (FVE Zlín). Once it disconnects, a plant with an expired certificate can’t connect again until someone installs a new package.',
        next: {
          words: 'Show the certificates',
          place: {
            page: 'plants',
            filter: [{ kind: 'facet', facet: 'cert', values: ['expired'] }],
          },
        },
      },
    ])
  })

  it('leads to the tab of a single plant, and names it', () => {
    const [item] = itemsOf([expired('a', dayMs)])
    expect(item).toMatchObject({
      title: '1 certificate has expired',
      next: { place: { page: 'plant', plantId: 'a', part: 'security' } },
    })
    expect(item?.reason).toMatch(/^FVE Zlín: 2026-11-27T12:00\. /)
    expect(itemsOf([{ ...healthy, status: 'DEGRADED' }])[0]?.reason).toMatch(
      /^FVE Zlín\. A degraded plant is/,
    )
  })

  it('reports a wide outage with its numbers', () => {
    const outage = { connected: 40_000, stopped: 38_900, fromMs: nowMs - 10 * minuteMs }
    const [item] = itemsOf([healthy], { outage })
    expect(item?.title).toBe('38,900 plants lost their connection at once')
    expect(item?.reason).toMatch(/^Since 2026-11-28T11:50, of 40,000 that were connected\. When/)
  })

  it('leads to other pages where the list has no filter', () => {
    const copies = ['a', 'b'].map((id) => ({ ...healthy, id, certificateFingerprint: 'aa' }))
    expect(itemsOf(copies)[0]?.next.place).toEqual({ page: 'certificates' })
    const awaited = ['b', 'a'].map((id, hours) => ({
      kind: 'no-answer' as const,
      id,
      label: id,
      atMs: nowMs - (2 - hours) * hourMs,
    }))
    expect(itemsOf([], { awaited })[0]?.next.place).toEqual({
      page: 'plant',
      plantId: 'b',
      part: 'commands',
    })
  })

  it('leads to the run that waits for an answer, and to all runs when several do', () => {
    const ofRun = (id: string, runId: string) => ({
      kind: 'run-no-answer' as const,
      id,
      label: id,
      atMs: nowMs - hourMs,
      runId,
    })
    const placeOf = (...awaited: ReturnType<typeof ofRun>[]) =>
      itemsOf([], { awaited })[0]?.next.place
    expect(placeOf(ofRun('a', '1'))).toEqual({ page: 'runs', runId: '1' })
    expect(placeOf(ofRun('a', '1'), ofRun('b', '2'))).toEqual({ page: 'runs', runId: undefined })
  })

  it('counts certificates of plants not in service, and says so', () => {
    const resting = { ...expired('b', dayMs), lifecycleStatus: 'SUSPENDED' }
    const [item] = itemsOf([expired('a', dayMs), resting])
    expect(item).toMatchObject({ severity: 'critical', title: '2 certificates have expired' })
    expect(item?.reason).toMatch(/ 1 belongs to a plant not in service\.$/)
  })

  it('is in no hurry for plants not in service alone, and comes last', () => {
    const resting = { ...expired('b', dayMs), lifecycleStatus: 'SUSPENDED', status: 'OFFLINE' }
    const items = itemsOf([resting, { ...healthy, status: 'DEGRADED' }])
    expect(items.map(({ key, severity }) => [key, severity])).toEqual([
      ['degraded', 'medium'],
      ['expired', 'low'],
    ])
    expect(items[1]?.reason).toMatch(/No plant in service has such a certificate\./)
  })

  it('says that the list has older authentication failures than an item counts', () => {
    const failed = (id: string, ms: number) => ({
      ...healthy,
      id,
      authFailureCount: 2,
      lastAuthFailureAt: ago(ms),
    })
    const plants = [failed('a', hourMs), failed('b', dayMs), failed('c', 90 * dayMs)]
    const listedBy = (item: ReturnType<typeof itemsOf>[number] | undefined) => {
      const filter = item?.next.place.page === 'plants' ? item.next.place.filter : []
      return plants.filter((plant) => matchesFilter(plant, filter, nowMs)).length
    }
    const [recent] = itemsOf(plants)
    expect(recent).toMatchObject({
      title: '2 plants had recent authentication failures',
      next: { words: 'Show all failures, including older ones' },
    })
    expect(recent?.reason).toMatch(
      /The failures are from the last 7 days, or later than the plant’s last contact\. None is known to be new\.$/,
    )
    expect(listedBy(recent)).toBe(3)
    const [rising] = itemsOf(plants, { failuresBefore: (id) => (id === 'c' ? 2 : 1) })
    expect(rising).toMatchObject({
      title: '2 plants have new authentication failures',
      next: { words: 'Show all failures, including older ones' },
    })
    expect(listedBy(rising)).toBe(3)
  })

  it('doesn’t filter by a lifecycle that is unreadable', () => {
    const hidden = { lifecycleStatus: '', unreadable: ['lifecycleStatus'] }
    const degraded = (id: string) => ({ ...healthy, id, status: 'DEGRADED' })
    const plants = [degraded('a'), { ...degraded('b'), ...hidden }]
    const [item] = itemsOf(plants)
    const filter = item?.next.place.page === 'plants' ? item.next.place.filter : []
    expect(printFilter(filter)).toBe('status:DEGRADED')
    expect(plants.every((plant) => matchesFilter(plant, filter, nowMs))).toBe(true)
  })

  it('has all its plants in the list that it leads to', () => {
    fc.assert(
      fc.property(anyPlants, (plants) => {
        for (const group of survey(plants).groups) {
          const { next } = attentionItem(group, { outage: undefined, nowMs, timeText })
          if (next.place.page !== 'plants') continue
          const { filter } = next.place
          expect(parseFilter(printFilter(filter))).toEqual({ filter, mistakes: [] })
          const listed = plants.filter((plant) => matchesFilter(plant, filter, nowMs))
          expect(listed.map(({ id }) => id)).toEqual(
            expect.arrayContaining(group.plants.map(({ id }) => id)),
          )
        }
      }),
    )
  })
})
