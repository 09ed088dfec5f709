import { expect, it } from 'vitest'
import { whyNoPage } from './plant-address'

it("gives a reason for a missing page only when a URL cannot contain the plant's id", () => {
  expect(whyNoPage('0b6b7c1e-3f65-4c5f-9f5c-1d1f6b0b7d11')).toBeUndefined()
  expect(whyNoPage('any other text')).toBeUndefined()
  expect(whyNoPage('half\uD83D')).toContain('can’t be opened')
  expect(whyNoPage('..')).toContain('can’t be opened')
})
