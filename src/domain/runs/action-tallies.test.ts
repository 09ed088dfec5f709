import { expect, it } from 'vitest'
import { ActionCounter, eligibleText, whyNoPlan } from './action-tallies'
import { testRunPlant } from './test-runs'

const nowMs = Date.parse('2026-11-28T12:00:00Z')
const lastSeenAt = new Date(nowMs).toISOString()
const withdrawn = { lifecycleStatus: 'DECOMMISSIONED' }

function talliesOf(
  changes: readonly Parameters<typeof testRunPlant>[1][],
  chosen = changes.length,
) {
  const counter = new ActionCounter(nowMs)
  for (const [at, change] of changes.entries()) {
    counter.add({ ...testRunPlant(`p${at}`, change), lastSeenAt })
  }
  return counter.tallies(chosen)
}

it('plans no command for plants that can’t even be included, and says why', () => {
  const { command } = talliesOf([withdrawn, withdrawn], 3)
  expect(whyNoPlan(command, 'command')).toBe('None of the chosen plants can receive a command now.')
  expect(eligibleText(command, 3)).toBe('0 of 3 eligible')
})

it('plans a command for plants that the plan can include, and says so', () => {
  const { command, reactivate } = talliesOf([
    { status: 'OFFLINE' },
    { status: 'OFFLINE' },
    withdrawn,
  ])
  expect(whyNoPlan(command, 'command')).toBeUndefined()
  expect(eligibleText(command, 3)).toBe('0 of 3 eligible; the plan can include 2')
  expect(whyNoPlan(reactivate, 'reactivate')).toBe('None of the chosen plants can be reactivated.')
  expect(eligibleText(reactivate, 3)).toBe('0 of 3 eligible')
})

it('plans each action that has an eligible plant', () => {
  const tallies = talliesOf([{}, { status: 'OFFLINE' }, { lifecycleStatus: 'SUSPENDED' }])
  expect(whyNoPlan(tallies.command, 'command')).toBeUndefined()
  expect(eligibleText(tallies.command, 3)).toBe('1 of 3 eligible')
  expect(whyNoPlan(tallies.suspend, 'suspend')).toBeUndefined()
  expect(eligibleText(tallies.suspend, 3)).toBe('2 of 3 eligible')
  expect(whyNoPlan(tallies.reactivate, 'reactivate')).toBeUndefined()
  expect([...tallies.reactivate.leftOut.values()]).toEqual([2])
})
