import { describe, expect, it } from 'vitest'
import { generateFleet } from './fleet'
import type { SeedPlant } from './seed-records'
import { serialNumberCount } from './serial-number'
import { storyPlants } from './story-plants'
import { dayMs, minuteMs } from '@/lib/instants'

const now = new Date('2026-03-29T00:30:00.000Z')

function plantsOf(seed: number, count: number, at = now): SeedPlant[] {
  return [...generateFleet({ seed, count, now: at }).plants]
}

function countBy<Item>(items: readonly Item[], key: (item: Item) => string) {
  const counts: Record<string, number> = {}
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1
  return counts
}

describe('a seed fleet', () => {
  it('is the same for the same seed, however often and however far it is read', () => {
    const fleet = generateFleet({ seed: 7, count: 300, now })
    const again = generateFleet({ seed: 7, count: 300, now })
    expect([...again.plants]).toEqual([...fleet.plants])
    expect([...fleet.plants]).toEqual([...again.plants])
    expect(again.templates).toEqual(fleet.templates)
    expect(again.groups).toEqual(fleet.groups)
    expect(plantsOf(7, 100)).toEqual(plantsOf(7, 300).slice(0, 100))
  })

  it('moves with now but keeps its IDs and names', () => {
    const [early, late] = [plantsOf(7, 200), plantsOf(7, 200, new Date(now.getTime() + minuteMs))]
    expect(late.map(({ id, name }) => [id, name])).toEqual(early.map(({ id, name }) => [id, name]))
    for (const [at, plant] of early.entries()) {
      expect(Date.parse(late[at]?.createdAt ?? '') - Date.parse(plant.createdAt)).toBe(minuteMs)
    }
  })

  it('differs for another seed', () => {
    const ids = new Set(plantsOf(7, 300).map(({ id }) => id))
    expect(plantsOf(8, 300).some(({ id }) => ids.has(id))).toBe(false)
    const fleets = [7, 8].map((seed) => generateFleet({ seed, count: 0, now }))
    expect(fleets[0]?.groups[0]?.id).not.toBe(fleets[1]?.groups[0]?.id)
    expect(fleets[0]?.templates[0]?.id).not.toBe(fleets[1]?.templates[0]?.id)
  })

  it('has unique serial numbers and IDs, and almost unique names', () => {
    const [ids, serials, names] = [new Set<string>(), new Set<string>(), new Set<string>()]
    for (const plant of generateFleet({ seed: 3, count: 20_000, now }).plants) {
      ids.add(plant.id)
      serials.add(plant.serialNumber)
      names.add(plant.name)
    }
    expect([ids.size, serials.size]).toEqual([20_000, 20_000])
    // Random duplicates grow with the square: at most 1 % among 100,000.
    expect(names.size).toBeGreaterThan(19_960)
  })

  it('refuses a count for which it has no serial numbers', () => {
    for (const count of [-1, 1.5, serialNumberCount + 1, Number.NaN]) {
      expect(() => generateFleet({ seed: 1, count, now })).toThrow(RangeError)
    }
  })
})

describe.each([1, 2, 42, 20_260_329])('the default fleet of 240 with seed %i', (seed) => {
  const plants = plantsOf(seed, 240)

  it('has every type, authentication method, lifecycle and connection state', () => {
    const types = countBy(plants, ({ type }) => type)
    expect(Object.keys(types).toSorted()).toEqual(['ACTUATOR', 'CONTROLLER', 'GATEWAY', 'SENSOR'])
    const methods = countBy(plants, ({ authMethod }) => authMethod)
    expect(Object.keys(methods).toSorted()).toEqual(['MTLS', 'PASSWORD', 'TOKEN'])
    const lifecycles = countBy(plants, ({ lifecycleStatus }) => lifecycleStatus)
    expect(Object.keys(lifecycles)).toHaveLength(6)
    expect(Math.min(...Object.values(lifecycles))).toBeGreaterThanOrEqual(3)
    const states = countBy(plants, ({ status }) => status)
    expect(Object.keys(states).toSorted()).toEqual(['DEGRADED', 'OFFLINE', 'ONLINE', 'UNKNOWN'])
    expect(states['ONLINE']).toBeGreaterThan(110)
  })

  it('has several active plants in each certificate bucket', () => {
    const active = plants.filter(
      (plant) => plant.lifecycleStatus === 'ACTIVE' && plant.certificateExpiresAt !== null,
    )
    const buckets = countBy(active, ({ certificateExpiresAt }) => {
      const days = (Date.parse(certificateExpiresAt ?? '') - now.getTime()) / dayMs
      if (days < 0) return 'expired'
      if (days <= 7) return '7'
      if (days <= 30) return '30'
      return days <= 90 ? '90' : 'later'
    })
    expect(Object.keys(buckets).toSorted()).toEqual(['30', '7', '90', 'expired', 'later'])
    expect(Math.min(...Object.values(buckets))).toBeGreaterThanOrEqual(4)
  })

  it('begins with the story plants', () => {
    for (const [at, story] of storyPlants.entries()) {
      expect(plants[at]).toMatchObject({ name: story.name, serialNumber: story.serialNumber })
      expect(plants[at]).toMatchObject(story.fields ?? {})
      expect(plants[at]?.status).toBe(story.traits.status)
    }
  })

  it('has names that break software, up to the maximum length', () => {
    expect(plants.some(({ name }) => name.startsWith('='))).toBe(true)
    expect(plants.some(({ name }) => name.startsWith('+'))).toBe(true)
    expect(plants.some(({ name }) => name.length === 100)).toBe(true)
  })
})

describe('a fleet without stories', () => {
  it('has none of their serial numbers', () => {
    const fixed = new Set(storyPlants.map(({ serialNumber }) => serialNumber))
    const plants = [...generateFleet({ seed: 1, count: 60, now, stories: false }).plants]
    expect(plants.some(({ serialNumber }) => fixed.has(serialNumber))).toBe(false)
  })
})
