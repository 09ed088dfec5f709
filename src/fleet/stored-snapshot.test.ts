import { expect, it } from 'vitest'
import { newPass } from './running-pass'
import { type Snapshot, readSnapshot, storedForm } from './stored-snapshot'
import { anyFleet, nowMs, snapshotOf } from './test-fleets'
import { fc } from '@/lib/test-properties'

const plant = {
  id: 'p-1',
  name: 'FVE',
  serialNumber: 'S',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
}
const pages = () => snapshotOf([plant], nowMs)

const partsOf = (snapshot: Snapshot): unknown[] => {
  const { head, parts } = storedForm(snapshot)
  return [head, ...parts]
}

/** Reads stored parts as the browser's database returns them. */
async function read(parts: readonly unknown[]): Promise<Snapshot | undefined> {
  const [head, ...others] = structuredClone(parts)
  return readSnapshot({ head, parts: others.map((part) => Promise.resolve(part)) })
}

it('reads back any snapshot as it was stored', async () => {
  await fc.assert(
    fc.asyncProperty(anyFleet, fc.integer({ min: 0, max: 5 }), async (plants, copies) => {
      const snapshot = {
        pages: Array.from({ length: copies }, () => snapshotOf(plants, nowMs)).flat(),
        total: plants.length,
        outage: { connected: plants.length, stopped: copies, fromMs: 1_000, toMs: 2_000 },
        pass: newPass(copies, nowMs),
      }
      expect(await read(partsOf(snapshot))).toEqual(snapshot)
    }),
  )
  expect(await read(partsOf({ pages: [], total: null }))).toEqual({ pages: [], total: null })
})

it('reads a large snapshot in more than one part', async () => {
  const snapshot = { pages: [...pages(), ...pages(), ...pages()], total: 3 }
  const parts = partsOf(snapshot)
  expect(parts.length).toBeGreaterThan(2)
  expect(await read(parts.slice(0, -1))).toBeUndefined()
})

it('reads none when parts are missing, and fails with a part that can’t be read', async () => {
  const [head, part] = partsOf({ pages: pages(), total: 1 })
  expect(await readSnapshot({ head, parts: [] })).toBeUndefined()
  expect(
    await readSnapshot({ head, parts: [Promise.resolve(part), Promise.resolve(part)] }),
  ).toBeUndefined()
  const damaged = Promise.reject(new Error('damaged'))
  await expect(readSnapshot({ head, parts: [damaged] })).rejects.toThrow('damaged')
})

it.each([
  ['nothing', () => []],
  ['no total', () => [{ parts: 0, plants: 0 }]],
  ['a column missing', () => [{ ...pages()[0], urgency: undefined }]],
  ['a column of another type', () => [{ ...pages()[0], failures: [1] }]],
  ['a column of another length', () => [{ ...pages()[0], rows: 3 }]],
  ['a bound of a text missing', () => [{ ...pages()[0], apartStarts: new Uint32Array(1) }]],
  ['the text of other plants', () => [{ ...pages()[0], text: 'fve\ns\np-2\n\n\n' }]],
  ['a key for each ID missing', () => [{ ...pages()[0], idHashes: new Uint32Array() }]],
  ['a mark too many', () => [{ ...pages()[0], marks: new Uint8Array(2) }]],
  [
    'no number of a pass',
    () => [{ parts: 0, plants: 0, total: 1, pass: { ...newPass(1, nowMs), plants: 'x' } }],
  ],
])('rejects a snapshot with %s', async (what, stored) => {
  const isHead = what.startsWith('no')
  expect(
    await read(isHead ? stored() : [{ parts: 1, plants: 1, total: 1 }, stored()]),
  ).toBeUndefined()
})
