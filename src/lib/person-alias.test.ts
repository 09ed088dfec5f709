import { afterEach, expect, it, vi } from 'vitest'
import { personAlias } from './person-alias'

function browser(): void {
  const items = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => items.set(key, text),
  })
}

afterEach(() => vi.unstubAllGlobals())

it('is the same each time, and different for another user', () => {
  browser()
  const names = ['ann', 'Ann', 'ann ', 'bob', 'jiří', ''].map((name) => personAlias(name))
  expect(new Set(names).size).toBe(names.length)
  expect(personAlias('ann')).toBe(names[0])
})

it('neither contains the username nor is the same in another browser', () => {
  browser()
  const alias = personAlias('ann')
  expect(alias).toMatch(/^[0-9a-z]{8,13}$/)
  expect(alias).not.toContain('ann')
  browser()
  expect(personAlias('ann')).not.toBe(alias)
})
