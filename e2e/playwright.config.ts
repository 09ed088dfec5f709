import { defineConfig, devices } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, launchArgs } from '../.scripts/browser.mjs'
import { findFreePort } from './support/free-port.ts'

// Every worker loads this file again: the first load chooses the ports, and the environment passes them on.
const isFirstLoad = process.env.PLANTDECK_E2E_PORT === undefined
process.env.PLANTDECK_E2E_PORT ??= String(await findFreePort())
process.env.PLANTDECK_E2E_MQTT_PORT ??= String(await findFreePort())
process.env.PLANTDECK_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'plantdeck-e2e-'))

const {
  CI,
  PLANTDECK_E2E_DATA: dataFolder,
  PLANTDECK_E2E_MQTT_PORT: mqttPort,
  PLANTDECK_E2E_PORT: port,
  PLANTDECK_E2E_REPORT: report,
} = process.env
const baseURL = `http://localhost:${port}`

if (isFirstLoad) {
  process.on('exit', () => rmSync(dataFolder, { recursive: true, force: true }))
}

const sandbox = [
  `"${process.execPath}" --import tsx sandbox/main.ts --data "${dataFolder}"`,
  `--port ${port} --mqtt-port ${mqttPort} --plants 240 --field 3 --seed 1 --test-control`,
].join(' ')

export default defineConfig({
  testDir: '.',
  testIgnore: ['details/**', 'faults/**'],
  outputDir: '../test-results',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Responses are slow on a machine that also builds and tests, and slow is not a failure.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  forbidOnly: CI !== undefined,
  reporter: [
    ['list'],
    ...(report === undefined ? [] : [['json', { outputFile: report }] as const]),
  ],
  use: {
    baseURL,
    // Tracing every test would take a third of the run time. Use `-- --trace on` when you need a trace.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: findBrowser(), args: launchArgs() },
  },
  projects: [
    {
      name: 'desktop',
      grepInvert: /@phone/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      grep: /@phone/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 390, height: 844 }, hasTouch: true },
    },
  ],
  webServer: {
    command: sandbox,
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    url: `${baseURL}/healthz`,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
  },
})
