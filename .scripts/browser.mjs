// Finds a Chromium for the tests. An installed one is preferred because it needs no download.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const environmentNames = ['PLAYWRIGHT_CHROMIUM', 'CHROME_PATH']
const commandNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
]

/**
 * Returns the path of an installed Chromium or Chrome, or undefined when there is none.
 * @returns {string | undefined}
 */
export function findBrowser() {
  for (const name of environmentNames) {
    const path = process.env[name]
    if (path === undefined || path === '') continue
    if (!existsSync(path)) throw new Error(`${name} names ${path}, where there is no file.`)
    return path
  }
  return candidates().find((path) => isFile(path) && isRunnable(path))
}

/** Returns the launch options shared by all browsers of this project. */
export function launchArgs() {
  const quiet = ['quic', 'background-networking', 'component-update', 'sync']
  // For each page, Chromium also renders its own menus and address-bar popups in separate processes, which takes as
  // long as the page itself; and it tries to use a GPU that is missing here.
  const args = [
    ...quiet.map((name) => `--disable-${name}`),
    '--disable-gpu',
    '--disable-features=PreloadTopChromeWebUI,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  ]
  // Chromium refuses to use its own sandbox as root, which is the user in most containers.
  return process.getuid?.() === 0 ? [...args, '--no-sandbox'] : args
}

function candidates() {
  if (process.platform === 'win32') return windowsPlaces()
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => commandNames.map((name) => join(folder, name)))
  return [...onPath, ...(process.platform === 'darwin' ? macPlaces() : linuxPlaces())]
}

function linuxPlaces() {
  return ['/usr/bin/chromium', '/opt/google/chrome/chrome', '/snap/bin/chromium']
}

function macPlaces() {
  return ['', process.env.HOME ?? ''].flatMap((home) =>
    ['Google Chrome', 'Chromium'].map(
      (app) => `${home}/Applications/${app}.app/Contents/MacOS/${app}`,
    ),
  )
}

function windowsPlaces() {
  const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(
    (name) => process.env[name],
  )
  return folders
    .filter((folder) => folder !== undefined)
    .flatMap((folder) =>
      ['Google\\Chrome', 'Chromium'].map((app) => join(folder, app, 'Application', 'chrome.exe')),
    )
}

/** @param {string} path */
function isFile(path) {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

/**
 * Returns true when a program prints its version. Some distributions ship a `chromium` that only prints how to install
 * it, and a browser with missing libraries does not start either. On Windows, asking for the version would open a
 * window.
 * @param {string} path
 */
export function isRunnable(path) {
  if (process.platform === 'win32') return true
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && /\d+\.\d+/.test(stdout)
}
