import { expect, test, vi } from 'vitest'
import { forgetText, keepText, readText } from './browser-storage'

const blocked = {
  get: () => {
    throw new DOMException('blocked', 'SecurityError')
  },
  configurable: true,
}

test('stores, reads and removes values in browser storage', () => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  })
  keepText('localStorage', 'a', '1')
  expect(kept.get('a')).toBe('1')
  expect(readText('localStorage', 'a')).toBe('1')
  forgetText('localStorage', 'a')
  expect(readText('localStorage', 'a')).toBeNull()
  vi.unstubAllGlobals()
})

test('falls back to memory when storage is blocked', () => {
  Object.defineProperty(globalThis, 'sessionStorage', blocked)
  expect(readText('sessionStorage', 'a')).toBeNull()
  keepText('sessionStorage', 'a', '1')
  expect(readText('sessionStorage', 'a')).toBe('1')
  forgetText('sessionStorage', 'a')
  expect(readText('sessionStorage', 'a')).toBeNull()
})
