import { expect, it } from 'vitest'
import { isDeletedIn, latestName, subjectIds, wordForName } from './audit-subjects'

const entry = (action: string, subjectId: string | null, name?: object, atMs?: number) => ({
  id: crypto.randomUUID(),
  at: atMs === undefined ? null : new Date(atMs).toISOString(),
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
  expect(latestName(entries, 'p1', [])).toBe('South')
  expect(latestName(entries.slice(2), 'p1', [])).toBe('South')
  expect(latestName(entries, 'p2', [])).toBe('East')
  expect([latestName(entries, 'p3', []), latestName(entries, 'p4', [])]).toEqual([
    undefined,
    undefined,
  ])
})

it('prefers the latest of the readings and entries, wherever a name comes from', () => {
  const atMs = Date.UTC(2026, 1, 1)
  const read = (name: string, readAtMs: number) => ({
    plant: { name, serialNumber: 'N-1' },
    readAtMs,
  })
  const renamed = [entry('updatePlant', 'p1', { from: 'Old', to: 'New' }, atMs)]
  expect(latestName(renamed, 'p1', [read('Old', atMs - 1)])).toBe('New')
  expect(latestName(renamed, 'p1', [read('Old', atMs - 1), read('Newer', atMs + 1)])).toBe('Newer')
  expect(latestName(renamed, 'p1', [read('', atMs + 1)])).toBe('N-1')
  const undated = [entry('updatePlant', 'p1', { from: 'Old', to: 'New' })]
  expect(latestName(undated, 'p1', [read('Newer', atMs)])).toBe('Newer')
})

it('finds the plants that were deleted', () => {
  expect(['p1', 'p2'].map((id) => isDeletedIn(entries, id))).toEqual([true, false])
})

it('says of an earlier name that it is another one now', () => {
  const suspended = entry('suspendPlant', 'p1')
  const renamed = entry('updatePlant', 'p1', { from: 'Old', to: 'New' })
  const created = entry('createPlant', 'p1', { from: null, to: 'Old' })
  const log = [suspended, renamed, entry('suspendPlant', 'p1'), created, entry('getPlant', 'p2')]
  const words = (name: string, list = log) => list.map((one) => wordForName(list, one, name))
  expect(words('New')).toEqual([undefined, undefined, 'now', 'now', undefined])
  // Renamed again by another user; of the first entry, the log shows nothing.
  expect(words('Newer').slice(0, 4)).toEqual([undefined, 'now', 'now', 'now'])
  const deleted = entry('deletePlant', 'p1', { from: 'New' })
  expect(words('New', [deleted, ...log]).slice(0, 4)).toEqual([
    undefined,
    undefined,
    undefined,
    'last',
  ])
  expect(wordForName(log, created, undefined)).toBeUndefined()
})
