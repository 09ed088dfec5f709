import { describe, expect, it, test } from 'vitest'
import { digitsOfLine, plantMatcher, searchText } from './plant-search'
import { fc } from '@/lib/test-properties'

const plant = {
  id: '0b9e8a0e-9f0c-4a7e-8d53-8d2d0c1f7a11',
  name: 'BESS Žatec – sever',
  serialNumber: 'CPI-24-000123-7',
  certificateFingerprint: 'AB:CD:EF:01:BA:D2',
  certificateSerialNumber: '0F1E2D3C',
}

test.each([
  ['zatec', true],
  ['ŽATEC bess', true],
  ['000123', true],
  ['9f0c-4a7e', true],
  ['', true],
  ['zatec jih', false],
  ['000124', false],
])('the search for %j finds the plant: %s', (text, expected) => {
  expect(plantMatcher(text)(plant)).toBe(expected)
})

test.each([
  ['lodz', 'FVE Łódź'],
  ['ŁÓDŹ', 'FVE Lodz'],
  ['strasse', 'Solarpark Lange Straße'],
  ['Straße', 'SOLARPARK LANGE STRASSE'],
  ['aeroskobing', 'Ærøskøbing'],
  ['fve 24', 'ＦＶＥ　２４'],
  ['office', 'Oﬃce roof'],
])('the search for %j finds the plant %j', (text, name) => {
  expect(plantMatcher(text)({ ...plant, name })).toBe(true)
})

describe('the fingerprint and the serial number of a certificate', () => {
  it.each([
    ['ab:cd', true],
    ['abcdef', true],
    ['ABCDEF01BAD2', true],
    ['AB CD EF 01', true],
    ['SHA256 Fingerprint=AB:CD:EF:01:BA:D2', true],
    ['sha256:abcdef01bad2', true],
    ['SHA-256: ab:cd:ef:01:ba:d2', true],
    ['zatec ab:cd', true],
    ['0f1e2d', true],
    ['f:1e:2d:3c', true],
    ['serial=0F1E2D3C', true],
    ['000F1E2D3C', true],
    [String(0x0f1e2d3c), true],
    ['SHA256 Fingerprint=AB:CD:EF:02', false],
    ['zatec ab:ce', false],
    ['0f1e2e', false],
    [String(0x0f1e2d3d), false],
  ])('match %j: %s', (text, expected) => {
    expect(plantMatcher(text)(plant)).toBe(expected)
  })

  it.each(['bad', 'ef', 'abcd', 'abc def', 'cdef 01ba'])(
    'are not matched by %j, which is also a word',
    (text) => {
      expect(plantMatcher(text)(plant)).toBe(false)
    },
  )

  it('are searched only at the start of a very long text', () => {
    const name = `roof${'x'.repeat(5_000_000)}`
    expect(plantMatcher('roof')({ ...plant, name })).toBe(true)
  })

  it('match in any notation the platform uses', () => {
    const notations = [
      'AB:CD:EF:01',
      'abcdef01',
      'sha256:ABCDEF01',
      'SHA256 Fingerprint=AB:CD:EF:01',
    ]
    for (const certificateFingerprint of notations) {
      for (const text of notations) {
        expect(plantMatcher(text)({ ...plant, certificateFingerprint })).toBe(true)
      }
    }
  })

  it('are searched as text when they are not hex', () => {
    const certificateFingerprint = 'SHA256:q83vAQ'
    expect(plantMatcher('q83v')({ ...plant, certificateFingerprint })).toBe(true)
  })

  it('may both be missing', () => {
    const bare = { ...plant, certificateFingerprint: null, certificateSerialNumber: undefined }
    expect(plantMatcher('bess')(bare)).toBe(true)
    expect(plantMatcher('abcdef')(bare)).toBe(false)
  })
})

it('covers metadata and the external ID', () => {
  const rich = { ...plant, metadata: '{"installer":"Elektro Čapek","a":[{"b":42}]}' }
  expect(plantMatcher('capek bess')(rich)).toBe(true)
  expect(plantMatcher('42')(rich)).toBe(true)
  expect(plantMatcher('installer')(rich)).toBe(false)
  expect(plantMatcher('esm-7')({ ...plant, externalPlantId: 'ESM-7' })).toBe(true)
})

it('reads a line of digits back', () => {
  const [, , , fingerprint = '', certificate = ''] = searchText(plant).split('\n')
  expect([fingerprint, certificate].map(digitsOfLine)).toEqual(['abcdef01bad2', '0f1e2d3c'])
  expect(digitsOfLine('abc')).toBeUndefined()
  expect(digitsOfLine('')).toBeUndefined()
})

describe('plantMatcher', () => {
  it('finds every plant by any part of its name', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(name, fc.nat(29), fc.nat(29), (whole, from, length) => {
        const part = [...new Intl.Segmenter().segment(whole)]
          .slice(from, from + length + 1)
          .map(({ segment }) => segment)
          .join('')
        expect(plantMatcher(part)({ ...plant, name: whole })).toBe(true)
      }),
    )
  })

  it('finds no plant by a missing word with letters beyond f', () => {
    const word = fc.stringMatching(/^[g-z]{4,10}$/)
    fc.assert(
      fc.property(word, (text) => {
        const isThere = ['bess zatec – sever', 'cpi'].some((own) => own.includes(text))
        expect(plantMatcher(text)(plant)).toBe(isThere)
      }),
    )
  })
})
