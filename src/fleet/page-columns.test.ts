import { expect, it } from 'vitest'
import { buffersOf, encodePlants, readCode } from './page-columns'
import { anyFleet, nowMs } from './test-fleets'
import { fc } from '@/lib/test-properties'

it('can be sent to another thread without copying its columns', () => {
  fc.assert(
    fc.property(anyFleet, (plants) => {
      const page = encodePlants(plants, nowMs)
      const before = structuredClone(page)
      const buffers = buffersOf(page)
      expect(new Set(buffers).size).toBe(buffers.length)
      const sent = structuredClone(page, {
        transfer: buffers.filter((one) => one instanceof ArrayBuffer),
      })
      expect(sent).toEqual(before)
      expect(page.readAtMs).toHaveLength(0)
    }),
  )
})

it.each([
  [Number.NaN, null],
  [-Infinity, undefined],
  [1_700_000_000_000, 1_700_000_000_000],
  [undefined, null],
])('reads the code %s of an instant as %s', (code, instant) => {
  expect(readCode(code)).toBe(instant)
})
