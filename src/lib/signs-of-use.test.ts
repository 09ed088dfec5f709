import { afterEach, expect, it, vi } from 'vitest'
import { isBesidesDialog, isSignOfUse, watchUse } from './signs-of-use'

afterEach(() => {
  vi.unstubAllGlobals()
})

it.each(['keydown', 'pointerdown', 'wheel', 'touchstart', 'click', 'input'])(
  'takes a %s of a person for use, and none of a program',
  (type) => {
    expect(isSignOfUse({ type, isTrusted: true }, undefined)).toBe(true)
    expect(isSignOfUse({ type, isTrusted: false }, undefined)).toBe(false)
  },
)

it('ignores a key that is held', () => {
  expect(isSignOfUse({ type: 'keydown', isTrusted: true, key: 'a', repeat: true }, undefined)).toBe(
    false,
  )
})

it('counts a pointer that moves, and not a page that changes below it', () => {
  const move = { type: 'pointermove', isTrusted: true, screenX: 5, screenY: 7 }
  expect(isSignOfUse(move, undefined)).toBe(false)
  expect(isSignOfUse(move, '5 7')).toBe(false)
  expect(isSignOfUse(move, '5 8')).toBe(true)
})

it('leaves a dialog’s own keys and pointer to its buttons', () => {
  const key = (name: string) => ({ type: 'keydown', isTrusted: true, key: name })
  for (const name of ['Tab', 'Enter', 'Escape']) {
    expect(isBesidesDialog(key(name), true)).toBe(false)
  }
  expect(isBesidesDialog(key('a'), true)).toBe(true)
  expect(isBesidesDialog({ type: 'pointerdown', isTrusted: true }, true)).toBe(false)
  expect(isBesidesDialog({ type: 'pointerdown', isTrusted: true }, false)).toBe(true)
  expect(isBesidesDialog({ type: 'pointermove', isTrusted: true }, false)).toBe(false)
})

it('hears the page until it is ended', () => {
  const listeners = new Map<string, (event: object) => void>()
  vi.stubGlobal('addEventListener', (type: string, hear: (event: object) => void) =>
    listeners.set(type, hear),
  )
  vi.stubGlobal('removeEventListener', (type: string) => listeners.delete(type))
  const heard: string[] = []
  const end = watchUse(({ type }) => heard.push(type))
  const move = (screenX: number) =>
    listeners.get('pointermove')?.({ type: 'pointermove', isTrusted: true, screenX, screenY: 0 })
  move(1)
  move(1)
  move(2)
  listeners.get('keydown')?.({ type: 'keydown', isTrusted: true, key: 'a' })
  expect(heard).toEqual(['pointermove', 'keydown'])
  expect(listeners.has('focus')).toBe(false)
  end()
  expect(listeners.size).toBe(0)
})
