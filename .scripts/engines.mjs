// The browsers of `npm run test:browsers`: finds installed ones, and installs Debian's packages.
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { findBrowser, isRunnable } from './browser.mjs'
import { StepFailed, run, step } from './step.mjs'

/**
 * The Debian packages of each engine. WebKit has no headless mode, so it needs a virtual screen.
 * @type {Record<EngineName, string[]>}
 */
const packages = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb'],
}

/** @typedef {'chromium' | 'firefox' | 'webkit'} EngineName */

/** @type {EngineName[]} */
export const engineNames = ['chromium', 'firefox', 'webkit']

/**
 * Returns the path of an engine's browser, or undefined when a part of the engine is not installed.
 * @param {EngineName} name
 * @returns {string | undefined}
 */
export function findEngine(name) {
  if (name === 'chromium') return findBrowser()
  if (name === 'firefox') return findFirefox()
  const hasDriver = onPath('WebKitWebDriver') !== undefined && onPath('Xvfb') !== undefined
  return hasDriver ? findMiniBrowser() : undefined
}

/**
 * Installs the packages of the given engines; requires root on Debian.
 * @param {readonly EngineName[]} names
 */
export async function installEngines(names) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) {
    throw new StepFailed('Stopped: --install needs Debian and root.')
  }
  const wanted = names.flatMap((name) => packages[name])
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // With a stale source list the update fails, but the installation may still work.
  await run('apt-get', ['update', '-qq'], { env })
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...wanted]
  await step(`Installing ${wanted.join(', ')}`, () => run('apt-get', args, { env }))
}

/**
 * Returns instructions for installing a missing engine.
 * @param {EngineName} name
 */
export function installHint(name) {
  return `On Debian: apt-get install ${packages[name].join(' ')} (as root, --install does it).`
}

/** @returns {string | undefined} */
function findFirefox() {
  const given = process.env.FIREFOX_PATH
  if (given !== undefined && given !== '') {
    if (!existsSync(given)) throw new StepFailed(`FIREFOX_PATH names ${given}, which is not there.`)
    return given
  }
  const mac = '/Applications/Firefox.app/Contents/MacOS/firefox'
  return [onPath('firefox-esr'), onPath('firefox'), mac].find(
    (path) => path !== undefined && existsSync(path) && isRunnable(path),
  )
}

/** Distributions install MiniBrowser next to the library, in a folder named after the API version. */
function findMiniBrowser() {
  const folders = ['/usr/libexec', '/usr/lib', ...subfolders('/usr/lib')]
  return folders
    .flatMap((folder) => subfolders(folder).filter((path) => /webkit(2)?gtk/.test(path)))
    .map((folder) => join(folder, 'MiniBrowser'))
    .find((path) => existsSync(path))
}

/** @param {string} folder */
function subfolders(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
}

/** @param {string} command */
function onPath(command) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .map((folder) => join(folder, command))
    .find((path) => existsSync(path))
}
