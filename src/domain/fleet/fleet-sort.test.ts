import { describe, expect, it } from 'vitest'
import { type SortKey, defaultSort, firstSort, parseSort, printSort, sortKeys } from './fleet-sort'
import { comparePlants } from './test-plain-list'
import type { Plant } from '@/api/plant-schemas'
import { fc } from '@/lib/test-properties'

const nowMs = Date.parse('2026-11-28T12:00:00Z')
const plant = (change: Partial<Plant>): Plant => ({
  id: 'a',
  name: 'FVE Brno',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  ...change,
})

function namesBy(key: SortKey, isDescending: boolean, plants: Partial<Plant>[]): string[] {
  const all = plants.map((change, at) => plant({ id: String(at), ...change }))
  return all.toSorted(comparePlants({ key, isDescending }, nowMs)).map(({ name }) => name)
}

describe('comparePlants', () => {
  it('ignores case and accents, and puts a missing name last in both directions', () => {
    const plants = ['Žatec', 'brno', '', 'Čáslav'].map((name) => ({ name }))
    expect(namesBy('name', false, plants)).toEqual(['brno', 'Čáslav', 'Žatec', ''])
    expect(namesBy('name', true, plants)).toEqual(['Žatec', 'Čáslav', 'brno', ''])
  })

  it('puts plants without a time, or with an unreadable one, last', () => {
    const plants: Partial<Plant>[] = [
      { name: 'none', lastSeenAt: null },
      { name: 'late', lastSeenAt: '2026-11-02T00:00:00Z' },
      { name: 'odd', lastSeenAt: '2026-11-03T00:00:00Z', unreadable: ['lastSeenAt'] },
      { name: 'early', lastSeenAt: '2026-11-01T00:00:00Z' },
    ]
    expect(namesBy('seen', false, plants)).toEqual(['early', 'late', 'none', 'odd'])
    expect(namesBy('seen', true, plants)).toEqual(['late', 'early', 'none', 'odd'])
  })

  it('orders equal plants by ID', () => {
    const plants = ['b', 'a', 'c'].map((id) => ({ id, name: id, type: 'SENSOR' }))
    for (const isDescending of [true, false])
      expect(namesBy('type', isDescending, plants)).toEqual(['a', 'b', 'c'])
  })

  it('orders any plants without contradiction', () => {
    const anyPlant = fc.record({
      id: fc.uuid(),
      name: fc.string(),
      status: fc.constantFrom('ONLINE', 'OFFLINE', ''),
      authFailureCount: fc.option(fc.nat(3)),
      createdAt: fc.constantFrom(null, '2026-11-02T00:00:00Z', '2025-11-02T00:00:00Z', 'odd'),
    })
    const three = fc.tuple(anyPlant, anyPlant, anyPlant)
    fc.assert(
      fc.property(
        three,
        fc.constantFrom(...sortKeys),
        fc.boolean(),
        (plants, key, isDescending) => {
          const compare = comparePlants({ key, isDescending }, nowMs)
          const [a, b, c] = plants.map(plant)
          if (!a || !b || !c) return
          expect(Math.sign(compare(a, b)) + Math.sign(compare(b, a))).toBe(0)
          if (compare(a, b) < 0 && compare(b, c) < 0) expect(compare(a, c)).toBeLessThan(0)
        },
      ),
    )
  })
})

describe('the sort parameter', () => {
  it.each(sortKeys.flatMap((key) => [key, `-${key}`]))('is read and written as %s', (text) => {
    expect(printSort(parseSort(text)) ?? 'urgency').toBe(text)
  })

  it.each([undefined, '', 'weather', '--name', 3, ['name']])('is the default for %j', (text) => {
    expect(parseSort(text)).toBe(defaultSort)
    expect(printSort(defaultSort)).toBeUndefined()
  })
})

it('sorts a column by its lowest value first, and failures by the highest', () => {
  expect(sortKeys.filter((key) => firstSort(key).isDescending)).toEqual(['failures'])
})
