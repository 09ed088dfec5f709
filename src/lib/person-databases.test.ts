import { beforeEach, expect, it, vi } from 'vitest'
import { isWipedSince, personDatabase, wipeCount, wipeDatabases } from './person-databases'

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

it('does not fail where databases are blocked', async () => {
  vi.stubGlobal('indexedDB', {
    databases: () => Promise.reject(new Error('SecurityError')),
  })
  await expect(wipeDatabases()).resolves.toBeUndefined()
})

it('remembers whose databases a wipe kept', async () => {
  browserWith([])
  const before = wipeCount()
  await wipeDatabases('ann')
  expect(isWipedSince(before, 'ann')).toBe(false)
  expect(isWipedSince(before, 'bob')).toBe(true)
  expect(isWipedSince(wipeCount(), 'bob')).toBe(false)
})
