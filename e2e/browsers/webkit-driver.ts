import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { findFreePort } from '../support/free-port.ts'
import type { Driver, LaunchOptions } from './driver.ts'
import { endProcess, killOnExit } from './end-process.ts'
import { clickActions, pressActions, typeActions } from './input-actions.ts'
import { until } from './until.ts'
import { WebDriverSession } from './webdriver-session.ts'

const screenSize = { width: 1600, height: 1200 }
const sizeSchema = z.tuple([z.number(), z.number()])

/** Starts WebKitGTK's MiniBrowser on a virtual screen and drives it through WebKitWebDriver. */
export async function launchWebkit(options: LaunchOptions): Promise<Driver> {
  const files = join(options.folder, 'files')
  prepareHome(options.folder)
  const { screen, display } = await startScreen()
  const port = await findFreePort()
  const server = spawn('WebKitWebDriver', [`--port=${port}`], {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, HOME: options.folder, DISPLAY: display, GDK_BACKEND: 'x11' },
  })
  killOnExit(server)
  const end = async () => {
    await endProcess(server)
    await endProcess(screen)
  }
  try {
    const address = `http://127.0.0.1:${port}`
    await until('WebKitWebDriver responds', () => fetch(`${address}/status`).then(() => true))
    const browser = { binary: options.path, args: ['--automation'] }
    const session = await WebDriverSession.create(address, {
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': browser,
    })
    const driver = drive(session, options.pageScript, files, end)
    await driver.resize(1440, 900)
    return driver
  } catch (error) {
    await end()
    throw error
  }
}

function drive(
  session: WebDriverSession,
  pageScript: string,
  files: string,
  end: () => Promise<void>,
): Driver {
  // WebDriver can't run a script before the page's own, so each call adds the kit if it is missing.
  const kit = `if (globalThis.storyKit === undefined) {${pageScript}}`
  const evaluate = (expression: string) =>
    session.post('execute/sync', { script: `${kit}\nreturn (${expression})`, args: [] })
  const act = async (actions: object[]) => void (await session.post('actions', { actions }))
  return {
    files,
    problems: [],
    open: async (url) => {
      await session.post('url', { url })
      await evaluate('null')
    },
    reload: async () => {
      await session.post('refresh')
      await evaluate('null')
    },
    back: async () => void (await session.post('back')),
    evaluate,
    click: (at) => act(clickActions(at)),
    press: (...keys) => act(pressActions(keys)),
    type: (text) => act(typeActions(text)),
    resize: async (width, height) => {
      // Without a window manager, the window under the real pointer gets the keyboard input, and the pointer stays in
      // the middle of the screen. The toolbar's height is known only once the window exists.
      const x = Math.round((screenSize.width - width) / 2)
      const place = (heightPx: number) =>
        session.post('window/rect', { x, y: 0, width, height: heightPx })
      await place(height)
      const inner = sizeSchema.parse(await evaluate('[innerWidth, innerHeight]'))
      await place(2 * height - inner[1])
    },
    screenshot: async () =>
      Buffer.from(z.string().parse(await session.get('screenshot')), 'base64'),
    close: async () => {
      await session.end().catch(() => undefined)
      await end()
    },
  }
}

/** Prepares a home folder with a download folder, and a toolbar narrow enough for a phone-sized window. */
function prepareHome(folder: string): void {
  const config = join(folder, '.config')
  mkdirSync(join(config, 'gtk-3.0'), { recursive: true })
  writeFileSync(join(config, 'user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/files"\n')
  writeFileSync(
    join(config, 'gtk-3.0', 'gtk.css'),
    '* { font-size: 1px; min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0 }\n',
  )
}

/** Starts a virtual screen, which chooses an unused display number. */
async function startScreen(): Promise<{ screen: ChildProcess; display: string }> {
  const { width, height } = screenSize
  const args = ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp']
  const screen = spawn('Xvfb', args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  killOnExit(screen)
  const numbers = screen.stdio[3]
  if (numbers === null || numbers === undefined || !('readable' in numbers)) {
    throw new Error('Xvfb did not report its display number.')
  }
  const [line] = z.tuple([z.string()]).parse(await once(createInterface(numbers), 'line'))
  return { screen, display: `:${line}` }
}
