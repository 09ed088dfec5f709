import { expect, it } from 'vitest'
import { recordedName, subjectIds } from './audit-subjects'

const entry = (action: string, subjectId: string | null, name?: object) => ({
  id: crypto.randomUUID(),
  at: null,
  username: 'ada',
  action,
  subjectId,
  changes: name ? [{ member: 'serialNumber' }, { member: 'name', ...name }] : null,
})

const entries = [
  entry('signIn', null),
  entry('deletePlant', 'p1', { from: 'South' }),
  entry('updatePlant', 'p1', { from: 'North', to: 'South' }),
  entry('updateAccount', 'u1'),
  entry('createPlant', 'p2', { to: 'East' }),
  entry('mergePlants', 'p3'),
]

it('finds the plants and the accounts, each once', () => {
  expect(subjectIds(entries, 'plant')).toEqual(['p1', 'p2'])
  expect(subjectIds(entries, 'account')).toEqual(['u1'])
})

it('takes a name from the latest entry that has one', () => {
  expect(recordedName(entries, 'p1')).toBe('South')
  expect(recordedName(entries.slice(2), 'p1')).toBe('South')
  expect(recordedName(entries, 'p2')).toBe('East')
  expect([recordedName(entries, 'p3'), recordedName(entries, 'p4')]).toEqual([undefined, undefined])
})
