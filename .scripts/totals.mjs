// Adds up what all test runners report and closes a script with one line of it, which people and CI look for.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runScript } from './step.mjs'

/**
 * Runs a script's main function; the last line that it prints has the totals of its tests.
 * @param {(totals: Totals) => Promise<void>} main
 */
export async function runCounted(main) {
  await runScript(async () => {
    const totals = new Totals()
    process.on('exit', () => process.stdout.write(`\n${totals.closingLine()}\n`))
    try {
      await main(totals)
    } catch (error) {
      // A step that stopped without a failing test of its own (a build, a crashed runner) is a failure too.
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
  /** Where the runners write their reports. */
  folder = mkdtempSync(join(tmpdir(), 'plantdeck-test-'))

  /** @param {string} file a JSON report of Vitest */
  addVitest(file) {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = readReport(file)
    this.#add(numPassedTests, numFailedTests, (numPendingTests ?? 0) + (numTodoTests ?? 0))
  }

  /** @param {string} file a JSON report of Playwright */
  addPlaywright(file) {
    const { expected, unexpected, flaky, skipped } = readReport(file).stats ?? {}
    this.#add((expected ?? 0) + (flaky ?? 0), unexpected, skipped)
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

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // The runner did not get as far as a report; its exit code stops the run.
    return {}
  }
}
