import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { BidiConnection } from './bidi-connection.ts'
import type { Driver, LaunchOptions } from './driver.ts'
import { endProcess, killOnExit } from './end-process.ts'
import { clickActions, pressActions, typeActions } from './input-actions.ts'

const logSchema = z.object({ level: z.string(), text: z.string().nullable() })
const tabSchema = z.object({ context: z.string() })
const resultSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('success'), result: z.object({ value: z.unknown() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
])

/** Starts Firefox and drives it through WebDriver BiDi, which Firefox supports without a separate driver. */
export async function launchFirefox(options: LaunchOptions): Promise<Driver> {
  const files = join(options.folder, 'files')
  const profile = join(options.folder, 'profile')
  mkdirSync(profile)
  writeFileSync(join(profile, 'user.js'), preferences(files))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0']
  const firefox = spawn(options.path, args, {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: options.folder },
  })
  killOnExit(firefox)
  try {
    const url = await listeningAt(firefox)
    return await connect(`${url}/session`, { ...options, files }, () => endProcess(firefox))
  } catch (error) {
    await endProcess(firefox)
    throw error
  }
}

async function connect(
  url: string,
  { files, pageScript }: { files: string; pageScript: string },
  end: () => Promise<void>,
): Promise<Driver> {
  const problems: string[] = []
  const bidi = await BidiConnection.open(url, (method, params) => {
    if (method !== 'log.entryAdded') return
    const entry = logSchema.parse(params)
    if (entry.level === 'error') problems.push(entry.text ?? '')
  })
  await bidi.send('session.new', { capabilities: {} })
  await bidi.send('session.subscribe', { events: ['log.entryAdded'] })
  // In Firefox's first tab the address bar has the focus, so no element on the page gets a focus ring.
  const { context } = tabSchema.parse(await bidi.send('browsingContext.create', { type: 'tab' }))
  await bidi.send('script.addPreloadScript', { functionDeclaration: `() => {${pageScript}}` })
  const here = (method: string, params: object) => bidi.send(method, { context, ...params })
  const act = async (actions: object[]) => void (await here('input.performActions', { actions }))
  const driver: Driver = {
    files,
    problems,
    open: async (to) =>
      void (await here('browsingContext.navigate', { url: to, wait: 'complete' })),
    reload: async () => void (await here('browsingContext.reload', { wait: 'complete' })),
    back: async () => void (await here('browsingContext.traverseHistory', { delta: -1 })),
    evaluate: async (expression) => {
      const target = { context }
      // The value is sent as JSON text, because BiDi serializes objects in its own format.
      const text = `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`
      const params = { expression: text, target, awaitPromise: true }
      const response = resultSchema.parse(await bidi.send('script.evaluate', params))
      if (response.type === 'exception') throw new Error(response.exceptionDetails.text)
      return JSON.parse(String(response.result.value))
    },
    click: (at) => act(clickActions(at)),
    press: (...keys) => act(pressActions(keys)),
    type: (text) => act(typeActions(text)),
    resize: async (width, height) =>
      void (await here('browsingContext.setViewport', { viewport: { width, height } })),
    screenshot: async () => {
      const response = await here('browsingContext.captureScreenshot', {})
      return Buffer.from(z.object({ data: z.string() }).parse(response).data, 'base64')
    },
    close: async () => {
      bidi.close()
      await end()
    },
  }
  await driver.resize(1440, 900)
  return driver
}

function listeningAt(firefox: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (firefox.stderr === null) return reject(new Error('Firefox has no output to read.'))
    createInterface(firefox.stderr).on('line', (line) => {
      const url = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1]
      if (url !== undefined) resolve(url)
    })
    firefox.once('error', reject)
    firefox.once('exit', (code) => reject(new Error(`Firefox ended with exit code ${code}.`)))
  })
}

/** Returns Firefox preferences that save files without asking and stop background requests. */
function preferences(files: string): string {
  const values = {
    'browser.download.dir': files,
    'browser.download.folderList': 2,
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    'browser.download.manager.addToRecentDocs': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.page': 0,
    'app.update.enabled': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'extensions.update.enabled': false,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    // The prompt to save a password would take the focus from the page.
    'signon.rememberSignons': false,
    'toolkit.telemetry.server': '',
  }
  return Object.entries(values)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
    .join('')
}
