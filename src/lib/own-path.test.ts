import { expect, test } from 'vitest'
import { ownPath } from './own-path'

const isKnown = (path: string) => path === '/plants'

test.each([
  ['/plants?page=2#x', '/plants?page=2#x'],
  ['/nowhere', '/'],
  ['/sign-in', '/'],
  [undefined, '/'],
  ['', '/'],
  ['plants', '/'],
  ['https://evil.example/plants', '/'],
  ['//evil.example/plants', '/'],
  ['/\\evil.example/plants', '/'],
  ['/\t/evil.example/plants', '/'],
  ['javascript:alert(1)', '/'],
  ['/plants/../../evil', '/'],
])('resolves %j to %s', (target, path) => {
  expect(ownPath(target, isKnown)).toBe(path)
})
