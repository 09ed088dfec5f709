// The test runners of `npm test` and `npm run check`. Each stops the script at its first failure.
import { join } from 'node:path'
import { buildDashboard } from './build.mjs'
import { ensureBrowser } from './ensure-browser.mjs'
import { ensureNginx } from './ensure-nginx.mjs'
import { runNode, step } from './step.mjs'

const vitest = join('node_modules', 'vitest', 'vitest.mjs')
const playwright = join('node_modules', '@playwright', 'test', 'cli.js')

/**
 * Runs the unit tests, the platform's tests, and the browser tests with a build. Requires installed dependencies.
 * @param {import('./totals.mjs').Totals} totals
 * @param {{ isThorough: boolean }} options `isThorough` adds the browser tests of details and of failures, and repeats a
 *   failed browser test once: of hundreds in one run, one may fail by the machine. The totals name it.
 */
export async function runTests(totals, { isThorough }) {
  const browser = await ensureBrowser()
  await vitestTests('Unit tests', 'unit*', totals)
  await vitestTests('Sandbox tests', 'sandbox', totals)
  await buildDashboard({ ifNeeded: true })
  const options = { browser, retries: isThorough ? 1 : 0 }
  await browserTests('Browser tests', { config: 'playwright.config.ts', ...options }, totals)
  if (!isThorough) return
  await ensureNginx()
  await browserTests(
    'Browser tests of details',
    { config: 'details.config.ts', ...options },
    totals,
  )
  await browserTests('Browser tests of faults', { config: 'faults.config.ts', ...options }, totals)
}

/**
 * @param {string} name
 * @param {'unit*' | 'sandbox'} project
 * @param {import('./totals.mjs').Totals} totals
 */
async function vitestTests(name, project, totals) {
  const report = join(totals.folder, `${project.replace('*', '')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    await step(name, () => runNode([vitest, 'run', '--project', project, ...reporters]))
  } finally {
    totals.addVitest(report)
  }
}

/**
 * @param {string} name
 * @param {{ config: string, browser: NodeJS.ProcessEnv, retries: number }} options
 * @param {import('./totals.mjs').Totals} totals
 */
async function browserTests(name, { config, browser, retries }, totals) {
  const report = join(totals.folder, `${config}.json`)
  const env = { ...browser, PLANTDECK_E2E_REPORT: report }
  try {
    await step(name, () =>
      runNode([playwright, 'test', '--config', join('e2e', config), `--retries=${retries}`], {
        env,
      }),
    )
  } finally {
    totals.addPlaywright(report)
  }
}
