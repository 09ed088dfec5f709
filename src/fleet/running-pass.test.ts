import { expect, it } from 'vitest'
import { countConnection, countRow, isResumable, newPass } from './running-pass'

it('counts plants once, and those that the previous pass did not find', () => {
  const pass = newPass(3, 0)
  for (const seenInPass of [2, 1, 0, 3]) countRow(pass, seenInPass, newPass(2, 0))
  expect(pass).toMatchObject({ plants: 3, newPlants: 2, repeatedRows: 1 })
})

it('counts every plant of the first pass as new', () => {
  const pass = newPass(1, 0)
  countRow(pass, 0)
  expect(pass).toMatchObject({ plants: 1, newPlants: 1 })
})

it('counts the connections that ended since the previous pass', () => {
  const pass = newPass(2, 0)
  countConnection(pass, true, true)
  countConnection(pass, false, true)
  countConnection(pass, true, false)
  countConnection(pass, true, false)
  countConnection(pass, false, false)
  expect(pass).toMatchObject({ connected: 2, stopped: 1, connectedNow: 3 })
})

it('is resumable once it has read something, for some time', () => {
  const nowMs = Date.now()
  const began = (startedAtMs: number) => ({ ...newPass(1, startedAtMs), beganAtMs: 5 })
  expect(isResumable(newPass(1, nowMs), nowMs)).toBe(false)
  expect(isResumable(began(nowMs), nowMs)).toBe(true)
  expect(isResumable(began(nowMs), nowMs + 1)).toBe(false)
  expect(isResumable(began(nowMs + 3_600_000), nowMs)).toBe(false)
})
