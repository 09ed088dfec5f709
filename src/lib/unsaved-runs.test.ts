import { beforeEach, expect, it, vi } from 'vitest'
import { personAlias } from './person-alias'
import { getUnsavedRuns, setUnsavedRuns } from './unsaved-runs'

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  })
})

it('counts the runs of each user', () => {
  setUnsavedRuns('anna', 2)
  expect(getUnsavedRuns('anna')).toBe(2)
  expect(getUnsavedRuns('petr')).toBe(0)
  setUnsavedRuns('anna', 0)
  expect(getUnsavedRuns('anna')).toBe(0)
})

it('takes anything but a number for none', () => {
  localStorage.setItem(`plantdeck.preference.unsavedRuns.${personAlias('anna')}`, 'many')
  expect(getUnsavedRuns('anna')).toBe(0)
})
