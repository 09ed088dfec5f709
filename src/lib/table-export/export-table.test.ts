import { describe, expect, it } from 'vitest'
import { extentLines, headingOf, instantCell, memberCell, timeCell, utcText } from './export-table'

it('distinguishes an unreadable member from a missing one', () => {
  const read = { produced: null, imported: 0, unreadable: ['produced'] }
  expect(memberCell(read, 'produced')).toBe('unreadable')
  expect(memberCell({ ...read, unreadable: undefined }, 'produced')).toBe(null)
  expect(memberCell(read, 'imported')).toBe(0)
})

describe('timeCell', () => {
  it.each([
    ['2026-11-22T10:00:00Z', Date.UTC(2026, 10, 22, 10)],
    ['2026-11-22T11:00:00+01:00', Date.UTC(2026, 10, 22, 10)],
    [null, null],
    [undefined, null],
    ['0001-01-01T00:00:00Z', null],
    ['yesterday', 'yesterday'],
  ])('converts %j to %j', (value, cell) => {
    expect(timeCell(value)).toBe(cell)
  })
})

it('states the zone of times only', () => {
  expect(headingOf({ heading: 'Created', kind: 'time' })).toBe('Created (UTC)')
  expect(headingOf({ heading: 'Name', kind: 'text' })).toBe('Name')
})

it('states filter, number of rows, age and time of export', () => {
  const readAtMs = Date.UTC(2026, 10, 22, 9, 58, 30, 700)
  const extent = { noun: 'plants', shown: 1_200, readAtMs, exportedAtMs: readAtMs + 90_000 }
  expect(extentLines({ ...extent, filter: 'Connection: Offline', total: 12_400 })).toEqual([
    { label: 'Filter', text: 'Connection: Offline' },
    { label: 'Rows', text: '1,200 of 12,400 plants' },
    { label: 'Data as of', text: '2026-11-22 09:58:30 UTC' },
    { label: 'Exported', text: '2026-11-22 10:00:00 UTC' },
  ])
  const [filter, rows] = extentLines({ ...extent, filter: '', total: null })
  expect([filter?.text, rows?.text]).toEqual(['None', '1,200 of an unknown number of plants'])
})

it('formats instants in UTC', () => {
  expect(utcText(0)).toBe('1970-01-01 00:00:00 UTC')
})

it('distinguishes an unreadable date from a missing one', () => {
  const read = { seenAt: null, madeAt: '1970-01-01T00:00:01Z', unreadable: ['seenAt'] }
  expect(instantCell(read, 'seenAt')).toBe('unreadable')
  expect(instantCell({ ...read, unreadable: undefined }, 'seenAt')).toBe(null)
  expect(instantCell(read, 'madeAt')).toBe(1_000)
})
