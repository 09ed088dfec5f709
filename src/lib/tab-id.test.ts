import { beforeEach, expect, it, vi } from 'vitest'
import { forgetTabId, knownTabId, tabId } from './tab-id'

const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  })
})

it('keeps one ID for the tab once it is needed', () => {
  expect(knownTabId()).toBeUndefined()
  const id = tabId()
  expect(tabId()).toBe(id)
  expect(knownTabId()).toBe(id)
})

it('leaves nothing in the tab when it is forgotten, and draws another ID after that', () => {
  const id = tabId()
  forgetTabId()
  expect(kept.size).toBe(0)
  expect(tabId()).not.toBe(id)
})
