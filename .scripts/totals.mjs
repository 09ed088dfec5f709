// Adds up the results of all test runners and prints them as the last line, which people and CI look for.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from './step.mjs'

/**
 * Runs a script's main function and prints the totals of its tests as the last line.
 * @param {(totals: Totals) => Promise<void>} main
 */
export async function runCounted(main) {
  await runScript(async () => {
    const totals = new Totals()
    process.on('exit', () => process.stdout.write(`\n${totals.closingLines()}\n`))
    try {
      await main(totals)
    } catch (error) {
      // A step that fails without a failing test (a build, a crashed runner) counts as a failure too.
      totals.failed ||= 1
      throw error
    } finally {
      rmSync(totals.folder, { recursive: true, force: true })
    }
  })
}

export class Totals {
  passed = 0
  failed = 0
  skipped = 0
  /**
   * Browser tests that passed only when they were repeated.
   * @type {string[]}
   */
  unsteady = []
  /** Folder for the runners' reports. */
  folder = mkdtempSync(join(tmpdir(), 'plantdeck-test-'))

  /** @param {string} file a JSON report of Vitest */
  addVitest(file) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readReport(file)
    this.#add(numPassedTests, numFailedTests, (numPendingTests ?? 0) + (numTodoTests ?? 0))
  }

  /** @param {string} file a JSON report of Playwright */
  addPlaywright(file) {
    const report = readReport(file)
    const { expected, unexpected, flaky, skipped } = report.stats ?? {}
    this.#add((expected ?? 0) + (flaky ?? 0), unexpected, skipped)
    this.unsteady.push(...flakyTitles(report))
  }

  /** The totals are the last line; unsteady tests stand above it, so that none of them is overlooked. */
  closingLines() {
    const unsteady = this.unsteady.map((title) => `Passed only when repeated: ${title}`)
    return [...unsteady, this.closingLine()].join('\n')
  }

  closingLine() {
    const skips = this.skipped > 0 ? `, ${this.skipped} skipped` : ''
    return `${this.passed} passed, ${this.failed} failed${skips}`
  }

  /**
   * @param {number | undefined} passed
   * @param {number | undefined} failed
   * @param {number | undefined} skipped
   */
  #add(passed, failed, skipped) {
    this.passed += passed ?? 0
    this.failed += failed ?? 0
    this.skipped += skipped ?? 0
  }
}

/**
 * @typedef {{ title: string, tests: { status: string }[] }} Spec
 * @typedef {{ title?: string, suites?: Suite[], specs?: Spec[] }} Suite
 */

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function flakyTitles({ title = '', suites = [], specs = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
  return [...own.map((spec) => `${title}: ${spec.title}`), ...suites.flatMap(flakyTitles)]
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // The runner crashed before writing a report; its exit code stops the run.
    return {}
  }
}
