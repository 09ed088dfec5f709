import { expect, it } from 'vitest'
import { anyFleet, columnsOf } from './test-fleets'
import { findText } from './text-hits'
import { planSearch, plantMatcher } from '@/domain/plant/plant-search'
import { anyText, fc } from '@/lib/test-properties'

const anySearch = fc.oneof(
  fc.constantFrom('brno', 'fve brno', 'brno fve brno', 'ab cd', 'AB:CD', '253636924', 'a-1', 'e'),
  anyText({ maxLength: 4 }),
)

it('finds the same plants as the plain matcher', () => {
  fc.assert(
    fc.property(anyFleet, anySearch, (plants, text) => {
      const rows: number[] = []
      findText(columnsOf(plants), planSearch(text), (row) => rows.push(row))
      const wanted = [...plants.keys()].filter((row) => {
        const plant = plants[row]
        return plant && plantMatcher(text)(plant)
      })
      expect(rows.toSorted((a, b) => a - b)).toEqual(wanted)
    }),
  )
})
