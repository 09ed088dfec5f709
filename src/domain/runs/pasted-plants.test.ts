import { describe, expect, it } from 'vitest'
import { readPastedPlants } from './pasted-plants'
import { serialCharacters } from '@/domain/plant/serial-spelling'

const known: Record<string, string[]> = {
  'SN-1': ['a'],
  'SN-2': ['b'],
  'SN 3 X': ['c'],
  twin: ['d', 'e'],
  a: ['a'],
  'SN-1234-56': ['f'],
  'CPI-21-000110': ['g'],
  'CPI-2100-0110': ['h'],
  '777-001': ['i'],
  '777-002': ['j'],
  '777-001 777-003': ['k'],
  '777-001777-002': ['l'],
}
/** Finds as the fleet does: with other separators only what isn't found exactly. */
function find(text: string) {
  const exact = known[text]
  if (exact) return { ids: exact, isRespelled: false }
  const characters = serialCharacters(text)
  const alike = Object.keys(known).filter((own) => serialCharacters(own) === characters)
  return {
    ids: characters === undefined ? [] : alike.flatMap((own) => known[own] ?? []),
    isRespelled: true,
  }
}
const read = (text: string) => readPastedPlants(text, find)
const nothing = { ids: [], respelled: [], unknown: [], repeated: [], ambiguous: [] }

it.each([
  'SN-1\nSN-2',
  'SN-1, SN-2',
  'SN-1;SN-2',
  'SN-1\tSN-2',
  ' SN-1   SN-2 ',
  '\u200BSN-1\u200B\nSN-2',
  '"SN-1","SN-2"',
])('finds plants in %j', (text) => {
  expect(read(text)).toEqual({ ...nothing, ids: ['a', 'b'] })
})

it('finds a serial number with blanks on its own line', () => {
  expect(read('SN 3 X\nSN-1, SN 3 X').ids).toEqual(['c', 'a'])
})

it('lists what it can’t use, with its text', () => {
  expect(read('SN-1 nope SN-9\ntwin a\nSN-1')).toEqual({
    ...nothing,
    ids: ['a'],
    unknown: ['nope', 'SN-9'],
    repeated: ['a', 'SN-1'],
    ambiguous: [{ text: 'twin', ids: ['d', 'e'] }],
  })
})

it('finds nothing in blanks', () => {
  expect(read(' \n,, \t')).toEqual(nothing)
})

describe('a serial number with other separators', () => {
  it.each(['SN 1234 56', 'sn123456', 'SN/1234/56', '"SN 123456"'])('is found: %j', (text) => {
    expect(read(`${text}\nSN-1`)).toMatchObject({ ids: ['f', 'a'], unknown: [] })
    expect(read(`SN-1, ${text}`)).toMatchObject({ ids: ['a', 'f'], unknown: [] })
  })

  it('is listed with the plant that was found', () => {
    expect(read('sn123456').respelled).toEqual([{ text: 'sn123456', id: 'f' }])
    expect(read('SN-1234-56').respelled).toEqual([])
  })

  it('is repeated when the plant was named before', () => {
    expect(read('SN-1234-56\nsn123456')).toEqual({ ...nothing, ids: ['f'], repeated: ['sn123456'] })
  })

  it('is ambiguous, and not used, when several plants have its letters and digits', () => {
    expect(read('CPI21000110')).toEqual({
      ...nothing,
      ambiguous: [{ text: 'CPI21000110', ids: ['g', 'h'] }],
    })
  })

  it('never replaces an exact one', () => {
    expect(read('CPI-21-000110')).toEqual({ ...nothing, ids: ['g'] })
    expect(read('CPI-21-000110 CPI-2100-0110')).toEqual({ ...nothing, ids: ['g', 'h'] })
  })

  it('is not made of items that are all exact', () => {
    expect(read('777-001 777-002')).toEqual({ ...nothing, ids: ['i', 'j'] })
  })

  it('is ambiguous when a part of it is another plant’s', () => {
    expect(read('777-001 777 003')).toEqual({
      ...nothing,
      ambiguous: [{ text: '777-001 777 003', ids: ['k', 'i'] }],
    })
  })

  it('isn’t put together across commas and lines', () => {
    expect(read('SN,1234,56')).toEqual({ ...nothing, unknown: ['SN', '1234', '56'] })
    expect(read('SN1234\n56').unknown).toEqual(['SN1234', '56'])
  })
})
