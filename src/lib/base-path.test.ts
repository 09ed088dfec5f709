import { describe, expect, it } from 'vitest'
import { ownName, publicPath, routePath } from './base-path'

describe('routePath', () => {
  it.each([
    ['/', '/', '/'],
    ['/plants/1', '/', '/plants/1'],
    ['/plantdeck/', '/plantdeck/', '/'],
    ['/plantdeck', '/plantdeck/', '/'],
    ['/plantdeck/plants/1', '/plantdeck/', '/plants/1'],
    ['/plants/plants', '/plants/', '/plants'],
    ['/plantdecks', '/plantdeck/', undefined],
    ['/', '/plantdeck/', undefined],
  ])('maps %s under base %s to %s', (pathname, base, path) => {
    expect(routePath(pathname, base)).toBe(path)
  })
})

it('maps public paths back to the same route', () => {
  for (const base of ['/', '/plantdeck/', '/a/b/', '/plants/']) {
    for (const path of ['/', '/plants', '/plants/1?x=2#y']) {
      expect(routePath(publicPath(path, base), base)).toBe(path)
    }
  }
})

it('keeps the stored data of dashboards under different paths separate', () => {
  expect(ownName('plantdeck.session', '/')).toBe('plantdeck.session')
  expect(ownName('plantdeck.session', '/a/')).not.toBe(ownName('plantdeck.session', '/b/'))
})
