import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { toCsv } from './csv'

const cells = (text: string) => Papa.parse<string[]>(text.replace(/^\uFEFF/, '')).data

describe('toCsv', () => {
  it('writes UTF-8 that Excel recognises, with CRLF, and quotes cells where needed', () => {
    expect(toCsv([['Mlékárna', 'a,b', 'say "x"', 'two\nlines'], ['']])).toBe(
      '\uFEFFMlékárna,"a,b","say ""x""","two\nlines"\r\n',
    )
  })

  it('writes an empty cell for a missing value, and 0 for 0', () => {
    expect(toCsv([[null, undefined, 0, -0.5, 1e-7]])).toBe('\uFEFF,,0,-0.5,1e-7')
  })

  it.each(['-12.5', '0', '42'])('keeps %s a number', (text) => {
    expect(toCsv([[text]])).toBe(`\uFEFF${text}`)
  })

  it.each([
    '=1+1',
    '+420 777 123 456',
    '-1+cmd|x!A1',
    '-',
    '-007',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '  =1',
    '\u00A0=1',
    '\u3000=1',
    '\u200B=1',
    '\n=1',
    '=1\n2',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ' ＝1',
    '﹦1',
  ])('puts an apostrophe before %j', (text) => {
    const written = toCsv([[text, 'next']])
    expect(cells(written)).toEqual([[`'${text}`, 'next']])
  })

  it.each(["it's", 'a=b', 'x-1', 'FVE Zlín', '007', '2026-11-22', "'=1"])(
    'leaves %j alone',
    (text) => {
      expect(cells(toCsv([[text]]))).toEqual([[text]])
    },
  )
})
