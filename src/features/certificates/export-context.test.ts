import { expect, it } from 'vitest'
import { contextLines } from './export-context'
import { contextOf } from './test-context'

const linesOf = (...args: Parameters<typeof contextOf>) =>
  Object.fromEntries(contextLines(1, contextOf(...args)).map(({ label, text }) => [label, text]))

it('states what was read, the thresholds, and the filter', () => {
  expect(linesOf({ search: { q: 'tabor', urgent: 3 } })).toMatchObject({
    Filter: 'tabor',
    Rows: '1 of 1 certificates',
    Thresholds: 'Urgent within 3 days, soon within 30 days',
    Coverage: '2 of 2 plants loaded.',
    'Unreadable expiries': '0',
    Contradictions: 'None',
  })
})

it('states the platform’s figures, and those that differ from the list', () => {
  const lines = linesOf()
  expect(lines['Platform figures']).toContain('Expired: 3')
  expect(lines['Platform figures']).toContain('Active: unreadable')
  expect(lines['Expired differs']).toMatch(/^Plant list: 0\./)
})

it('states what the rows do not include', () => {
  const { 'Unreadable expiries': unreadable } = linesOf({ survey: { unreadable: 2 } })
  expect(unreadable).toBe('2, which no row lists')
  expect(linesOf({ survey: { plantIds: new Set() } }).Contradictions).toBe('Nothing to check')
})
