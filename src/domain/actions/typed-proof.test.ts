import { expect, it } from 'vitest'
import { isProven, typedProofOf } from './typed-proof'

const seen = (text: string) => text.replaceAll('\u200B', '‹U+200B›')
const proofOf = (serialNumber: string) => typedProofOf({ id: 'p-1', serialNumber }, seen)

it('asks for the serial number without surrounding spaces', () => {
  expect(proofOf(' S-1 ')).toEqual({ label: 'Serial number', name: 'serial number', text: 'S-1' })
})

it.each(['', '  ', '\t', 'S-\u200B1'])(
  'asks for the id of a plant with serial number %j',
  (text) => {
    expect(proofOf(text)).toEqual({ label: 'Plant ID', name: 'plant’s ID', text: 'p-1' })
  },
)

it('accepts exactly that text, and never an empty one', () => {
  expect(isProven(proofOf('S-1'), ' S-1 ')).toBe(true)
  for (const typed of ['', ' ', 's-1', 'S-1 1']) expect(isProven(proofOf('S-1'), typed)).toBe(false)
  expect(isProven(proofOf('  '), '  ')).toBe(false)
})
