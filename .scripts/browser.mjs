// Finds a Chromium to test in. An installed one comes first: it needs no download.
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
 * The installed Chromium or Chrome to use, or undefined when there is none.
 * @returns {string | undefined}
 */
export function findBrowser() {
  for (const name of environmentNames) {
    const path = process.env[name]
    if (path === undefined || path === '') continue
    if (!existsSync(path)) throw new Error(`${name} names ${path}, where there is no file.`)
    return path
  }
  return candidates().find((path) => isFile(path) && answers(path))
}

/** Launch options that every browser of this project shares. */
export function launchArgs() {
  const quiet = ['quic', 'background-networking', 'component-update', 'sync']
  // Chromium draws its own menus and the popups of its address bar ahead for every page, each in a process of its own,
  // which takes as long as the page; and it composes by a GPU that is not there.
  const args = [
    ...quiet.map((name) => `--disable-${name}`),
    '--disable-gpu',
    '--disable-features=PreloadTopChromeWebUI,WebUIOmniboxPopup,WebUIOmniboxAimPopup',
  ]
  // Chromium refuses its own sandbox to root, which is what containers run as.
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
 * Some distributions ship a `chromium` that only says how to install it, and a browser whose libraries are
 * missing does not start either. On Windows asking for the version would open a window.
 * @param {string} path
 */
export function answers(path) {
  if (process.platform === 'win32') return true
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 })
  return status === 0 && /\d+\.\d+/.test(stdout)
}
