import { beforeEach, expect, test, vi } from 'vitest'
import { getPreference, setPreference } from './preferences'
import { subscribeToPreferences } from './preferences-as-text'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
})

test('returns defaults until a value is chosen', () => {
  expect(getPreference('theme')).toBe('system')
  expect(getPreference('refreshEveryS')).toBe('15')
})

test('stores a choice and notifies listeners until they unsubscribe', () => {
  const listener = vi.fn<() => void>()
  const stop = subscribeToPreferences(listener)
  setPreference('theme', 'dark')
  stop()
  setPreference('theme', 'light')
  expect(getPreference('theme')).toBe('light')
  expect(listener).toHaveBeenCalledTimes(1)
})

test('falls back to the default when the stored value is no longer an option', () => {
  kept.set('plantdeck.preference.timeZone', 'mars')
  expect(getPreference('timeZone')).toBe('local')
})
