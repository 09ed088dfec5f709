import { beforeEach, expect, test, vi } from 'vitest'
import { getPreference, setPreference, subscribeToPreferences } from './preferences'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})

test('has defaults until something is chosen', () => {
  expect(getPreference('theme')).toBe('system')
  expect(getPreference('refreshEveryS')).toBe('15')
})

test('keeps a choice and tells its listeners until they stop', () => {
  const listener = vi.fn<() => void>()
  const stop = subscribeToPreferences(listener)
  setPreference('theme', 'dark')
  stop()
  setPreference('theme', 'light')
  expect(getPreference('theme')).toBe('light')
  expect(listener).toHaveBeenCalledTimes(1)
})

test('a kept value that is no longer a choice counts as the default', () => {
  kept.set('plantdeck.preference.timeZone', 'mars')
  expect(getPreference('timeZone')).toBe('local')
})
