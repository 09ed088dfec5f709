// Builds mouse and keyboard actions in the format that WebDriver and WebDriver BiDi share.
import type { Point, namedKeys } from './driver.ts'

/** Code points of named keys (https://w3c.github.io/webdriver/#keyboard-actions). */
const keyCodes: Record<(typeof namedKeys)[number], string> = {
  Control: '\uE009',
  Shift: '\uE008',
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  ArrowDown: '\uE015',
}

export function clickActions({ x, y }: Point) {
  const actions = [
    { type: 'pointerMove', x, y, duration: 0, origin: 'viewport' },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }]
}

export function pressActions(keys: readonly string[]) {
  const values = keys.map(keyCode)
  const down = values.map((value) => ({ type: 'keyDown', value }))
  const up = values.toReversed().map((value) => ({ type: 'keyUp', value }))
  return [{ type: 'key', id: 'keyboard', actions: [...down, ...up] }]
}

export function typeActions(text: string) {
  const actions = Array.from(text).flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ])
  return [{ type: 'key', id: 'keyboard', actions }]
}

function keyCode(key: string): string {
  return key in keyCodes ? keyCodes[key as keyof typeof keyCodes] : key
}
