import { describe, expect, it } from 'vitest'
import { hexOfDecimal, isMarkedHex, readHexDigits } from './hex-digits'
import { fc } from './test-properties'

describe('readHexDigits', () => {
  it.each([
    ['AB:CD:EF', 'abcdef'],
    ['ab cd ef', 'abcdef'],
    ['AB-CD-EF', 'abcdef'],
    [' abcdef\n', 'abcdef'],
    ['SHA256 Fingerprint=AB:CD:EF', 'abcdef'],
    ['sha256 Fingerprint=AB:CD:EF', 'abcdef'],
    ['SHA-256 Fingerprint: AB CD EF', 'abcdef'],
    ['sha256:abcdef', 'abcdef'],
    ['SHA-256: AB:CD:EF', 'abcdef'],
    ['serial=0F1E2D', '0f1e2d'],
    ['Serial Number: 0f:1e:2d', '0f1e2d'],
    ['0x0F1E2D', '0f1e2d'],
    ['', undefined],
    ['sha256:', undefined],
    ['SHA1 Fingerprint=AB:CD', undefined],
    ['none yet', undefined],
    ['BESS 24', undefined],
  ])('reads %j as %j', (text, digits) => {
    expect(readHexDigits(text)).toBe(digits)
  })

  it('reads the same digits from every notation of the same bytes', () => {
    const separator = fc.constantFrom('', ':', ' ', '-')
    const lead = fc.constantFrom('', 'SHA256 Fingerprint=', 'sha256:', 'SHA-256:', 'serial=', '0x')
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 32 })
    fc.assert(
      fc.property(bytes, separator, lead, fc.boolean(), (all, between, ahead, isUpper) => {
        const pairs = Array.from(all, (byte) => byte.toString(16).padStart(2, '0'))
        const text = pairs.join(between)
        const written = ahead + (isUpper ? text.toUpperCase() : text)
        expect(readHexDigits(written)).toBe(pairs.join(''))
      }),
    )
  })
})

it.each([
  ['ab:cd', true],
  ['ab cd', true],
  ['sha256:abcd', true],
  ['abcd', false],
  ['cafe bad', false],
  ['9f0c-4a7e', false],
])('recognises whether %j must be hex: %s', (text, isMarked) => {
  expect(isMarkedHex(text)).toBe(isMarked)
})

it.each([
  ['255', 'ff'],
  ['0', '0'],
  ['9'.repeat(50), BigInt('9'.repeat(50)).toString(16)],
  ['9'.repeat(51), undefined],
  ['ff', undefined],
  ['-1', undefined],
  ['', undefined],
])('reads %j as a decimal number: %j in hex', (text, hex) => {
  expect(hexOfDecimal(text)).toBe(hex)
})
