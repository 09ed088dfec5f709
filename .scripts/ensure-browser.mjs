// Provides a browser for the tests: an installed one, otherwise Playwright's own download, otherwise Debian's package.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser, isRunnable } from './browser.mjs'
import { StepFailed, run, runNode, say } from './step.mjs'

/**
 * Returns the environment that makes Playwright use the browser found.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function ensureBrowser() {
  const found = installed() ?? (await downloaded()) ?? (await packaged())
  if (found !== undefined) return found
  throw new StepFailed(
    'Stopped: no browser for the tests. Install Chromium or Chrome, or set CHROME_PATH to one.',
  )
}

function installed() {
  const path = findBrowser()
  if (path === undefined) return undefined
  say(`Testing in ${path}`)
  return { CHROME_PATH: path }
}

/** @returns {Promise<NodeJS.ProcessEnv | undefined>} */
async function downloaded() {
  // Importable only after the dependencies are installed, which the test script does first.
  const { chromium } = await import('playwright')
  const own = () => existsSync(chromium.executablePath()) && isRunnable(chromium.executablePath())
  if (!own()) {
    say("No installed Chromium or Chrome: downloading Playwright's own")
    const cli = join('node_modules', 'playwright', 'cli.js')
    await runNode([cli, 'install', 'chromium'], {
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' },
    })
  }
  return own() ? {} : undefined
}

async function packaged() {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !existsSync('/etc/debian_version')) return undefined
  say("Installing Debian's chromium package")
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // With a stale source list the update fails, but the installation may still work; only the browser's presence counts.
  await run('apt-get', ['update', '-qq'], { env })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env })
  return installed()
}
