import { describe, expect, it } from 'vitest'
import { searchLine } from './plant-search'
import { hasSerialCharacters, serialCharacters } from './serial-spelling'
import { fc } from '@/lib/test-properties'

const serialNumber = 'CPI-21-000110-9'

function isFound(text: string, own = serialNumber): boolean {
  const characters = serialCharacters(text)
  return (
    characters !== undefined && hasSerialCharacters(`x\n${searchLine(own)}\n9\n`, 2, characters)
  )
}

describe('a serial number with other separators', () => {
  it.each([
    'CPI210001109',
    'cpi210001109',
    'CPI 21 000110 9',
    'CPI/21/000110/9',
    'cpi.21.000110.9',
    'CPI_21_000110_9',
    'CPI–21–000110–9',
    '(CPI) 21000110-9',
    '21000110',
  ])('is found by %j', (text) => {
    expect(isFound(text)).toBe(true)
  })

  it.each(['CPI210001108', 'PCI210001109', 'CPI22', 'CPI2100011099', '-----', ''])(
    'is not found by %j',
    (text) => {
      expect(isFound(text)).toBe(false)
    },
  )

  it.each([
    ['sn:42.77/1', 'SN 4277 1'],
    ['ČŽ0042', 'cz-00-42'],
    ['серия12', 'СЕРИЯ-12'],
  ])('%j is found as %j', (text, own) => {
    expect(isFound(text, own)).toBe(true)
  })
})

it('needs five letters and digits', () => {
  expect(serialCharacters('C-P-I-2')).toBeUndefined()
  expect(serialCharacters('C-P-I-21')).toBe('cpi21')
})

it('finds each part of a serial number, whatever is put between its characters', () => {
  const characters = fc.stringMatching(/^[A-Za-z0-9]{5,12}$/)
  const separators = fc.array(fc.constantFrom('', '-', ' ', '/', '.', '_'), { maxLength: 12 })
  const spell = (text: string, between: readonly string[]) =>
    Array.from(text, (one, at) => one + (between[at] ?? '')).join('')
  fc.assert(
    fc.property(characters, separators, separators, (text, own, typed) => {
      expect(isFound(spell(text, typed), `X-${spell(text, own)}-Y`)).toBe(true)
    }),
  )
})
