import { expect, it } from 'vitest'
import type { AtRisk } from './certificate-survey'
import type { Reach } from './reach'
import { reachWords } from './renewal-advice'
import { filterRows } from './risk-filter'
import { workSummary } from './work-summary'
import { fc } from '@/lib/test-properties'

const row = (reach: AtRisk['reach'], grade: AtRisk['grade'] = 'soon'): AtRisk => ({
  plant: { id: 'p', name: 'p', serialNumber: 'p', certificateExpiresAt: null },
  endMs: 0,
  grade,
  reach,
  dueMs: 0,
  readAtMs: 0,
})

const textOf = (rows: readonly AtRisk[]) =>
  workSummary(rows)
    .map(({ before = '', text, after = '' }) => before + text + after)
    .join('')

it('counts the work by the way to reach the plants', () => {
  const rows = [
    row('dark', 'expired'),
    row('lockedOut', 'expired'),
    row('expired', 'expired'),
    row('offline'),
    row('connected'),
  ]
  expect(textOf(rows)).toBe(
    ' (3 of them expired): 4 need a site visit (1 locked out, 1 not trying to connect, 1 may be locked out: can’t tell, 1 offline) · 1 is connected',
  )
})

it('names plants that are not in service or whose connection is unclear', () => {
  const rows = [row('connected'), row('resting', 'expired'), row('resting'), row('silent')]
  expect(textOf(rows)).toBe(
    ' (1 of them expired): 0 need a site visit · 1 is connected · 1 has an unclear connection · 2 are not in service',
  )
})

it('does not count contacts before all are known', () => {
  expect(textOf([row(undefined)])).toBe(': contact not read yet')
  expect(textOf([row(undefined, 'expired'), row('resting')])).toBe(
    ' (1 of them expired): contact known for 1',
  )
})

it('counts each certificate in exactly one part, and each visit with exactly one reason', () => {
  const reaches = fc.array(fc.constantFrom(...(Object.keys(reachWords) as Reach[])))
  fc.assert(
    fc.property(reaches, (list) => {
      const parts = textOf(list.map((reach) => row(reach))).slice(2)
      const [, reasons = ''] = /\((.*)\)/.exec(parts) ?? []
      const sum = (texts: readonly string[]) =>
        texts.reduce((total, text) => total + Number.parseInt(text, 10), 0)
      expect(sum(parts.split(' · '))).toBe(list.length)
      if (reasons) expect(sum(reasons.split(', '))).toBe(Number.parseInt(parts, 10))
    }),
  )
})

it('has a filter for each number but 0, which lists as many certificates', () => {
  const reaches = fc.array(fc.constantFrom(...(Object.keys(reachWords) as Reach[])))
  fc.assert(
    fc.property(reaches, (list) => {
      const rows = list.map((reach, at) => row(reach, at % 2 === 0 ? 'expired' : 'soon'))
      for (const { text, filter } of workSummary(rows)) {
        const count = Number.parseInt(text, 10)
        expect(filter !== undefined).toBe(count > 0)
        if (filter) expect(filterRows(rows, filter)).toHaveLength(count)
      }
    }),
  )
})

it('keeps brackets and commas with the words that they belong to', () => {
  const parts = workSummary([row('dark', 'expired'), row('offline')])
  const marked = parts.flatMap(({ before = '', text, after = '' }) =>
    before + after === '' ? [] : [[before, text, after]],
  )
  expect(marked).toEqual([
    ['(', '1 of them expired', ')'],
    ['(', '1 not trying to connect', ','],
    ['', '1 offline', ')'],
  ])
  expect(parts.filter(({ text }) => /^[),]|\($/.test(text))).toEqual([])
})
