import { expect, it } from 'vitest'
import { isFormula } from './formula'
import { anyText, fc } from '@/lib/test-properties'

it.each([
  '=1',
  '+1',
  '-1',
  '@x',
  '\tx',
  '\rx',
  ' =1',
  '\u200B=1',
  '\n=1',
  '＝1',
  '﹦1',
  '\u00AD=1',
])('treats %j as a formula', (text) => {
  expect(isFormula(text)).toBe(true)
})

it.each(['', ' ', 'x', '7', '1=1', 'a\n=1', "'=1", '(1)', 'Žlín', '±1'])(
  'treats %j as text',
  (text) => {
    expect(isFormula(text)).toBe(false)
  },
)

it('is not fooled by any invisible characters in front', () => {
  const invisible = fc.string({
    unit: fc.constantFrom('\u200B', '\u202E', ' ', '\u0000', '\u00A0'),
  })
  fc.assert(
    fc.property(
      invisible,
      fc.constantFrom('=', '+', '-', '@'),
      anyText(),
      (before, sign, after) => {
        expect(isFormula(before + sign + after.replace(/^\p{M}/u, ''))).toBe(true)
      },
    ),
  )
})
