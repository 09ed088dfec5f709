import { expect, it, vi } from 'vitest'
import { uniqueKey } from './unique-key'

it('returns another key each time, also where randomUUID is missing', () => {
  vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
  const keys = Array.from({ length: 100 }, uniqueKey)
  vi.unstubAllGlobals()
  expect(new Set(keys).size).toBe(100)
  expect(keys[0]).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{8}){3}$/)
})
