// `npm test`: everything the README promises, from a bare clone. Stops at the first step that fails and
// closes with the totals of all runners on one line.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildDashboard } from './build.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensureDependencies } from './install.mjs'
import { runNode, runScript, step } from './step.mjs'

const reports = mkdtempSync(join(tmpdir(), 'plantdeck-test-'))
const vitest = join('node_modules', 'vitest', 'vitest.mjs')
const playwright = join('node_modules', '@playwright', 'test', 'cli.js')

await runScript(async () => {
  const totals = { passed: 0, failed: 0, skipped: 0 }
  try {
    await ensureDependencies()
    const browser = await ensureBrowser()
    await test('Unit tests', 'unit', totals)
    await test('Sandbox tests', 'sandbox', totals)
    await buildDashboard({ ifNeeded: true })
    await browserTests(browser, totals)
  } catch (error) {
    // A step that stopped without a failing test of its own (a build, a crashed runner) is a failure too.
    totals.failed ||= 1
    throw error
  } finally {
    rmSync(reports, { recursive: true, force: true })
    process.on('exit', () => process.stdout.write(`\n${closingLine(totals)}\n`))
  }
})

/**
 * @param {string} name
 * @param {'unit' | 'sandbox'} project
 * @param {Totals} totals
 */
async function test(name, project, totals) {
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    await step(name, () => runNode([vitest, 'run', '--project', project, ...reporters]))
  } finally {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readReport(report)
    add(totals, numPassedTests, numFailedTests, (numPendingTests ?? 0) + (numTodoTests ?? 0))
  }
}

/**
 * @param {NodeJS.ProcessEnv} browser
 * @param {Totals} totals
 */
async function browserTests(browser, totals) {
  const report = join(reports, 'browser.json')
  const env = { ...browser, PLANTDECK_E2E_REPORT: report }
  try {
    await step('Browser tests', () =>
      runNode([playwright, 'test', '--config', join('e2e', 'playwright.config.ts')], { env }),
    )
  } finally {
    const { expected, unexpected, flaky, skipped } = readReport(report).stats ?? {}
    add(totals, (expected ?? 0) + (flaky ?? 0), unexpected, skipped)
  }
}

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Totals
 * @param {Totals} totals
 * @param {number | undefined} passed
 * @param {number | undefined} failed
 * @param {number | undefined} skipped
 */
function add(totals, passed, failed, skipped) {
  totals.passed += passed ?? 0
  totals.failed += failed ?? 0
  totals.skipped += skipped ?? 0
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // The runner did not get as far as a report; its exit code has stopped the run.
    return {}
  }
}

/** @param {Totals} totals */
function closingLine({ passed, failed, skipped }) {
  const skips = skipped > 0 ? `, ${skipped} skipped` : ''
  return `${passed} passed, ${failed} failed${skips}`
}
