import { expect, test } from 'vitest'
import { isComposing, isShortcut, shortcuts } from './keystroke'

const none = { altKey: false, ctrlKey: false, isComposing: false, metaKey: false, shiftKey: false }
const press = (
  key: string,
  code: string,
  more: Partial<Parameters<typeof isShortcut>[0]> = {},
) => ({
  ...none,
  key,
  code,
  keyCode: 0,
  ...more,
})
const ctrl = { ctrlKey: true }
const shift = { shiftKey: true }

test.each([
  ['US', press('k', 'KeyK', ctrl)],
  ['Command on a Mac', press('k', 'KeyK', { metaKey: true })],
  ['caps lock', press('K', 'KeyK', ctrl)],
  ['Dvorak', press('k', 'KeyV', ctrl)],
  ['Colemak', press('k', 'KeyN', ctrl)],
  ['Russian', press('л', 'KeyK', ctrl)],
  ['Russian with caps lock', press('Л', 'KeyK', ctrl)],
  ['Bulgarian', press('к', 'KeyK', ctrl)],
  ['Greek', press('κ', 'KeyK', ctrl)],
  ['Hebrew', press('ל', 'KeyK', ctrl)],
  ['Arabic', press('ن', 'KeyK', ctrl)],
  ['Korean', press('ㅏ', 'KeyK', ctrl)],
])('Ctrl K opens the search: %s', (_, event) => {
  expect(isShortcut(event, shortcuts.search)).toBe(true)
})

test.each([
  ['without Ctrl', press('k', 'KeyK')],
  ['another letter on the same key on Dvorak', press('t', 'KeyK', ctrl)],
  ['a non-ASCII Latin letter on the same key', press('ı', 'KeyK', ctrl)],
  ['another Cyrillic letter', press('к', 'KeyR', ctrl)],
  ['with Alt, as AltGr is', press('k', 'KeyK', { ...ctrl, altKey: true })],
  ['with Shift, the console of Firefox', press('K', 'KeyK', { ...ctrl, ...shift })],
  ['a named key', press('Unidentified', 'KeyK', ctrl)],
  ['during composition', press('k', 'KeyK', { ...ctrl, isComposing: true })],
  ['as the last key of a composition', press('k', 'KeyK', { ...ctrl, keyCode: 229 })],
])('does not open the search: %s', (_, event) => {
  expect(isShortcut(event, shortcuts.search)).toBe(false)
})

test.each([
  ['US', press('?', 'Slash', shift)],
  ['German', press('?', 'Minus', shift)],
  ['Dvorak', press('?', 'BracketLeft', shift)],
  ['Russian', press('?', 'Digit7', shift)],
  ['Arabic', press('؟', 'Slash', shift)],
])('? shows the keyboard shortcuts: %s', (_, event) => {
  expect(isShortcut(event, shortcuts.keys)).toBe(true)
})

test.each([
  ['a comma on the same key on a Russian keyboard', press(',', 'Slash', shift)],
  ['the key without Shift', press('ز', 'Slash')],
  ['with Ctrl', press('?', 'Slash', { ...shift, ...ctrl })],
  ['a French character on the same key', press('§', 'Slash')],
])('does not show the keyboard shortcuts: %s', (_, event) => {
  expect(isShortcut(event, shortcuts.keys)).toBe(false)
})

test('recognises keys of an input method, including those that Safari sends late', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true)
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false)
})
