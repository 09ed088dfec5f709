import { beforeEach, expect, it, vi } from 'vitest'
import {
  deviceOnly,
  hasDatabase,
  isWipedSince,
  personDatabase,
  wipeCount,
  wipeDatabases,
} from './person-databases'

const deleted: string[] = []
beforeEach(() => {
  deleted.length = 0
})

function browserWith(names: string[], canList = true): void {
  vi.stubGlobal('indexedDB', {
    ...(canList ? { databases: async () => names.map((name) => ({ name })) } : {}),
    deleteDatabase: (name: string) => deleted.push(name),
  })
}

it('deletes the databases of everyone else, and of no other application', async () => {
  const [mine, theirs] = ['ann', 'bob'].map((name) => personDatabase('fleet', name))
  const others = (['energy', 'worklist'] as const).map((kind) => personDatabase(kind, 'bob'))
  browserWith([mine ?? '', theirs ?? '', ...others, 'elsewhere'])
  await wipeDatabases('ann')
  expect(deleted).toEqual([theirs, ...others])
})

it('deletes what this tab has opened when the browser lists nothing, and counts each wipe', async () => {
  browserWith([], false)
  const before = wipeCount()
  const name = personDatabase('fleet', 'eve')
  await wipeDatabases()
  expect(deleted).toContain(name)
  expect(wipeCount()).toBe(before + 1)
})

it('knows which databases are on this device', async () => {
  browserWith([personDatabase('fleet', 'ann')])
  expect(await hasDatabase('fleet', 'ann')).toBe(true)
  expect(await hasDatabase('energy', 'ann')).toBe(false)
  expect(await hasDatabase('fleet', 'bob')).toBe(false)
})

it('does not fail where databases are blocked', async () => {
  vi.stubGlobal('indexedDB', {
    databases: () => Promise.reject(new Error('SecurityError')),
  })
  await expect(wipeDatabases()).resolves.toBeUndefined()
  expect(await hasDatabase('fleet', 'ann')).toBe(false)
})

it('remembers whose databases a wipe kept', async () => {
  browserWith([])
  const before = wipeCount()
  await wipeDatabases('ann')
  expect(isWipedSince(before, 'fleet', 'ann')).toBe(false)
  expect(isWipedSince(before, 'fleet', 'bob')).toBe(true)
  expect(isWipedSince(wipeCount(), 'fleet', 'bob')).toBe(false)
})

it('keeps what only this device has, and deletes copies of what the server has', async () => {
  const names = (user: string) =>
    (['runs', 'fleet'] as const).map((kind) => personDatabase(kind, user))
  const [runs, fleet] = names('ann')
  browserWith([...names('ann'), ...names('bob')])
  const before = wipeCount()
  await wipeDatabases('ann', deviceOnly)
  expect(deleted).toEqual([fleet, ...names('bob')])
  expect(deleted).not.toContain(runs)
  expect(isWipedSince(before, 'runs', 'ann')).toBe(false)
  expect(isWipedSince(before, 'fleet', 'ann')).toBe(true)
})
