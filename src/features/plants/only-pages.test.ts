import { expect, it } from 'vitest'
import { whyOnlyPages } from './only-pages'

const lost = { isOutdated: false }
const outdated = { isOutdated: true }

it.each([
  [undefined, false, undefined],
  [undefined, true, /^The fleet is too large to be searched here/],
  // Loading the code again would not help.
  [lost, true, /^The fleet is too large to be searched here/],
  [lost, false, /^Couldn’t load the search.*page by page\. Check your connection/],
  [outdated, false, /^Couldn’t load the search.*page by page\. A new version/],
])('with the code missing %j and a fleet too large %j, says %s', (missing, isTooLarge, words) => {
  const why = whyOnlyPages({ missing, isTooLarge })
  if (words === undefined) expect(why).toBeUndefined()
  else expect(why).toMatch(words)
})
