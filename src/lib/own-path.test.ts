import { expect, test } from 'vitest'
import { ownPath, pathOfUser } from './own-path'

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
  expect(ownPath(target, 'ada', isKnown)).toBe(path)
})

test('resolves the path that a user left for the same user only', () => {
  const left = pathOfUser('/plants?q=x', 'ada')
  expect(ownPath(left, 'ada', isKnown)).toBe('/plants?q=x')
  expect(ownPath(left, 'bob', isKnown)).toBe('/')
  expect(ownPath(pathOfUser('/nowhere', 'ada'), 'ada', isKnown)).toBe('/')
  expect(pathOfUser('/plants', undefined)).toBe('/plants')
})
