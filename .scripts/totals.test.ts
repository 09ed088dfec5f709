import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { Totals } from './totals.mjs'

function startTotals() {
  const totals = new Totals()
  onTestFinished(() => rmSync(totals.folder, { recursive: true, force: true }))
  const report = (name: string, content: unknown) => {
    const file = join(totals.folder, name)
    writeFileSync(file, JSON.stringify(content))
    return file
  }
  return { totals, report }
}

test('adds up the tests of all runners', () => {
  const { totals, report } = startTotals()
  totals.addVitest(report('unit.json', { numPassedTests: 20, numFailedTests: 0 }))
  totals.addVitest(report('sandbox.json', { numPassedTests: 7, numFailedTests: 1 }))
  totals.addPlaywright(report('browser.json', { stats: { expected: 3, unexpected: 2, flaky: 1 } }))
  expect(totals.closingLine()).toBe('31 passed, 3 failed')
})

test('mentions skipped tests only when there are any', () => {
  const { totals, report } = startTotals()
  totals.addVitest(report('unit.json', { numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 }))
  totals.addPlaywright(report('browser.json', { stats: { expected: 1, skipped: 1 } }))
  expect(totals.closingLine()).toBe('2 passed, 0 failed, 4 skipped')
})

test('counts nothing for a runner that left no report', () => {
  const { totals } = startTotals()
  totals.addVitest(join(totals.folder, 'none.json'))
  totals.addPlaywright(join(totals.folder, 'none.json'))
  expect(totals.closingLine()).toBe('0 passed, 0 failed')
})

test('names each browser test that passed only when it was repeated', () => {
  const { totals, report } = startTotals()
  const specs = [
    { title: 'steady', tests: [{ status: 'expected' }] },
    { title: 'unsteady', tests: [{ status: 'flaky' }] },
  ]
  const suites = [{ title: 'plants.spec.ts', specs: [], suites: [{ title: 'a fleet', specs }] }]
  totals.addPlaywright(report('browser.json', { stats: { expected: 1, flaky: 1 }, suites }))
  expect(totals.closingLines()).toBe(
    'Passed only when repeated: a fleet: unsteady\n2 passed, 0 failed',
  )
})
