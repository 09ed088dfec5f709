import { expect, it } from 'vitest'
import { mergeInto, sortInSteps } from './row-sort'
import { runSteps } from '@/lib/run-steps'
import { fc } from '@/lib/test-properties'

const byKey = (keys: readonly number[]) => (a: number, b: number) =>
  (keys[a] ?? 0) - (keys[b] ?? 0) || a - b

it('sorts any rows as the engine does', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { maxLength: 200 }), (keys) => {
      const rows = Uint32Array.from(keys.keys())
      const compare = byKey(keys)
      expect(runSteps(sortInSteps(rows, compare))).toEqual(rows.toSorted(compare))
    }),
  )
})

it('sorts more rows than one run, in many steps', () => {
  const keys = Array.from({ length: 30_001 }, (_, row) => (row * 7_919) % 10_007)
  const rows = Uint32Array.from(keys.keys())
  const steps = sortInSteps(rows, byKey(keys))
  let count = 0
  let result = steps.next()
  for (; result.done !== true; result = steps.next()) count += 1
  expect(result.value).toEqual(rows.toSorted(byKey(keys)))
  expect(count).toBeGreaterThan(20)
})

it('merges sorted rows into sorted rows', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(20), fc.boolean()), { maxLength: 60 }), (entries) => {
      const compare = byKey(entries.map(([key]) => key))
      const part = (wanted: boolean) =>
        Uint32Array.from(entries.keys())
          .filter((row) => entries[row]?.[1] === wanted)
          .toSorted(compare)
      const all = Uint32Array.from(entries.keys()).toSorted(compare)
      expect(mergeInto(part(true), part(false), compare)).toEqual(all)
    }),
  )
})
