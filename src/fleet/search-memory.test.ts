import { expect, it } from 'vitest'
import { encodePlants } from './page-columns'
import { SearchMemory } from './search-memory'
import { anyFleet, columnsOf, nowMs, plainPlant } from './test-fleets'
import { plantMatcher } from '@/domain/plant/plant-search'
import { anyText, fc } from '@/lib/test-properties'

/** Texts as they are typed: grown, shortened and started again. */
const anyTyping = fc.array(
  fc.tuple(
    fc.constantFrom('brno fve', 'zatec', 'a1b2c3d4', '253636924', '00a1b2c3', 'ab:cd:ef', '-1 e'),
    fc.nat(10),
    fc.oneof(fc.constant(''), anyText({ maxLength: 2 })),
  ),
  { maxLength: 14 },
)

it('finds the same plants whatever was searched for before', () => {
  let found = 0
  fc.assert(
    fc.property(anyFleet, anyTyping, (some, typing) => {
      // A search among few rows only takes place in a fleet in which most don’t match.
      const others = some.flatMap((plant) =>
        [1, 2, 3, 4, 5].map((copy) => ({ ...plant, id: `${plant.id} ${copy}`, name: '' })),
      )
      const plants = [...some, ...others]
      const columns = columnsOf(plants)
      const memory = new SearchMemory(columns)
      for (const [word, length, more] of typing) {
        const text = word.slice(0, length) + more
        const rows = [...memory.hitsOf(text)].flatMap((hit, row) => (hit === 1 ? [row] : []))
        const matches = plantMatcher(text)
        expect(rows).toEqual(plants.flatMap((plant, row) => (matches(plant) ? [row] : [])))
        found += rows.length
      }
    }),
  )
  expect(found).toBeGreaterThan(1_000)
})

it('looks among the plants that the shorter text matched', () => {
  const names = ['Brno', 'Brod', 'Ostrava', 'Opava', 'Zlín', 'Most', 'Tábor', 'Písek', 'Cheb', 'Aš']
  const columns = columnsOf(names.map((name, at) => plainPlant(`${at}`, name)))
  const memory = new SearchMemory(columns)
  expect([...memory.hitsOf('br')].slice(0, 3)).toEqual([1, 1, 0])
  // No key does this: what a search of all plants would find shows which rows were looked at.
  columns.addPage(encodePlants([plainPlant('2', 'Brno Ostrava')], nowMs))
  expect([...memory.hitsOf('brn')].slice(0, 3)).toEqual([1, 0, 0])
  expect([...memory.hitsOf('rn')].slice(0, 3)).toEqual([1, 0, 1])
})
