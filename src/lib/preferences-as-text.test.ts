import { beforeEach, expect, test, vi } from 'vitest'
import { getTextPreference, setTextPreference, subscribeToPreferences } from './preferences-as-text'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  })
})

test('stores a text beside the other preferences, and removes it', () => {
  expect(getTextPreference('listColumns')).toBeNull()
  expect(setTextPreference('listColumns', 'name seen')).toBe(true)
  expect(getTextPreference('listColumns')).toBe('name seen')
  expect([...kept]).toEqual([['plantdeck.preference.listColumns', 'name seen']])
  expect(setTextPreference('listColumns', null)).toBe(true)
  expect(getTextPreference('listColumns')).toBeNull()
})

test('notifies listeners until they unsubscribe', () => {
  const listener = vi.fn<() => void>()
  const stop = subscribeToPreferences(listener)
  setTextPreference('listColumns', 'name')
  stop()
  setTextPreference('listColumns', null)
  expect(listener).toHaveBeenCalledTimes(1)
})

test('returns false when a blocked browser keeps a text for this page only', () => {
  vi.stubGlobal('localStorage', undefined)
  expect(setTextPreference('listColumns', 'name')).toBe(false)
  expect(getTextPreference('listColumns')).toBe('name')
  setTextPreference('listColumns', null)
  expect(getTextPreference('listColumns')).toBeNull()
})
