import { expect, it } from 'vitest'
import { RunCounter, canInclude, chooseForRun, tallyOf, whyNoRun, whyTooMany } from './run-choice'
import { maxRunPlants } from './run-document'
import { testRunPlant } from './test-runs'

const nowMs = Date.parse('2026-11-28T12:00:00Z')
const plants = [
  testRunPlant('a', { status: 'OFFLINE' }),
  testRunPlant('b'),
  testRunPlant('c', { lifecycleStatus: 'SUSPENDED' }),
  testRunPlant('d', { status: 'OFFLINE' }),
  testRunPlant('e'),
].map((plant) => ({ ...plant, lastSeenAt: new Date(nowMs).toISOString() }))

const idsOf = (some: readonly { id: string }[] = []) => some.map(({ id }) => id).join('')

it('sorts plants by whether they take part, and the rest by reason, the most frequent first', () => {
  const question = { kind: 'command', withUnreachable: false, nowMs } as const
  const { taking, leftOut } = chooseForRun(plants, question)
  expect(idsOf(taking)).toBe('be')
  expect([...leftOut].map(([reason, some]) => `${reason}: ${idsOf(some)}`)).toEqual([
    'Offline: ad',
    'Suspended: c',
  ])
})

it('counts the same plants one by one, and those that are gone', () => {
  const question = { kind: 'command', withUnreachable: false, nowMs } as const
  const counter = new RunCounter(question)
  for (const plant of plants) counter.add(plant)
  expect(counter.tally(plants.length)).toEqual(tallyOf(chooseForRun(plants, question)))
  expect([...counter.tally(plants.length + 3).leftOut]).toEqual([
    ['No longer in the fleet', 3],
    ['Offline', 2],
    ['Suspended', 1],
  ])
})

it('includes unreachable plants when asked to', () => {
  const question = { kind: 'command', withUnreachable: true, nowMs } as const
  expect(idsOf(chooseForRun(plants, question).taking)).toBe('abcde')
})

it.each([
  ['command', ['a'], true],
  ['command', ['b', 'c'], true],
  ['command', ['b', 'e'], false],
  ['command', ['b', 'f'], false],
  ['suspend', ['c'], false],
] as const)('offers to include plants only when some can be: %s to %s', (kind, ids, isOffered) => {
  const revoked = testRunPlant('f', { lifecycleStatus: 'REVOKED' })
  const some = [...plants, revoked].filter(({ id }) => ids.some((one) => one === id))
  const question = { kind, withUnreachable: false, nowMs }
  expect(canInclude(chooseForRun(some, question), question)).toBe(isOffered)
})

it('explains why a choice makes no run', () => {
  const question = { kind: 'reactivate', withUnreachable: false, nowMs } as const
  const choose = (some: typeof plants) => tallyOf(chooseForRun(some, question))
  expect(whyNoRun(choose([]), 'reactivate')).toBe('Choose at least one plant.')
  expect(whyNoRun(choose(plants.slice(0, 2)), 'reactivate')).toBe(
    'None of the chosen plants can be reactivated.',
  )
  expect(whyNoRun(choose(plants), 'reactivate')).toBeUndefined()
})

it('refuses more plants than a run takes', () => {
  expect(whyTooMany(maxRunPlants)).toBeUndefined()
  expect(whyTooMany(maxRunPlants + 1)).toBe(
    'A run takes up to 10,000 plants, not 10,001. Choose fewer.',
  )
})
