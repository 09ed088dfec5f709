// `npm run soak`: keeps pages open while the fleet is read again and again, and fails when their memory grows with the readings.
// `--minutes N` for a longer watch.
import { type Browser, type CDPSession, chromium } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { findBrowser, launchArgs } from '../../.scripts/browser.mjs'
import { signIn, startPlatform } from '../support/platform.ts'
import { buildDashboard, withSettings } from './builds.ts'
import { heapOf, round } from './fleet/probes.ts'
import { storedSession } from './session.ts'

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '4' } } })

/** Fewer samples than thirds would compare nothing. */
const minutes = Math.max(Number(values.minutes), 1)
if (!Number.isFinite(minutes)) throw new Error('--minutes is not a number.')

/** Pages that read the whole fleet. */
const fleetPaths = ['/', '/plants', '/certificates']
const plants = 3_000
/** The shortest time between two readings that a user can choose. */
const refreshEveryS = 15
/** Heap is compared between the first and the last third, after a minute in which code and caches arrive. */
const warmUpS = 60
const sampleEveryS = 10
/** A page that kept each reading of these plants would grow by more than this in two readings. */
const maxGrowthMb = 3

const megabyte = 1_000_000

const dashboard = withSettings(buildDashboard(), { fleetPerMinute: 1_000_000 })
const platform = await startPlatform(plants, [
  '--access-token-seconds',
  '36000',
  '--dist',
  dashboard,
])
const browser = await chromium.launch({ executablePath: findBrowser(), args: launchArgs() })
try {
  const paths = [...fleetPaths, `/plants/${await firstPlantId()}`]
  // Each in a window of its own: hidden tabs read nothing.
  const watched = await Promise.all(paths.map((path) => watch(browser, path)))
  console.table(Object.fromEntries(watched.map(({ path, ...figures }) => [path, figures])))
  const grown = watched.filter(({ growthMb }) => growthMb > maxGrowthMb)
  if (grown.length > 0) {
    console.error(`Memory grows on ${grown.map(({ path }) => path).join(', ')}.`)
    process.exitCode = 1
  }
  const idle = watched.filter(({ path, readings }) => fleetPaths.includes(path) && readings < 2)
  if (idle.length > 0) {
    console.error(`The fleet wasn’t read again on ${idle.map(({ path }) => path).join(', ')}.`)
    process.exitCode = 1
  }
} finally {
  await browser.close()
  platform.stop()
}

async function firstPlantId(): Promise<string> {
  const headers = { authorization: await signIn(platform) }
  const response = await fetch(`${platform.url}/api/v1/plants?limit=1`, { headers })
  const { data } = (await response.json()) as { data: { id: string }[] }
  return data[0]?.id ?? ''
}

/** Opens a page and returns its heap in MB at the beginning and at the end, and how much it grew. */
async function watch(inBrowser: Browser, path: string) {
  const session = await storedSession(inBrowser, platform.url)
  const page = await inBrowser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.addInitScript(
    ({ entries, everyS }) => {
      for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value)
      localStorage.setItem('plantdeck.preference.refreshEveryS', everyS)
    },
    { entries: session, everyS: String(refreshEveryS) },
  )
  let readings = 0
  page.on('response', (response) => {
    if (response.url().endsWith('/plants?page=1&limit=100')) readings += 1
  })
  await page.goto(platform.url + path)
  const cdp = await page.context().newCDPSession(page)
  await pause(warmUpS * 1_000)
  const samples: number[] = []
  for (let s = 0; s < minutes * 60; s += sampleEveryS) {
    await pause(sampleEveryS * 1_000)
    samples.push(await restingHeap(cdp))
  }
  // The least of several: work may be under way.
  const third = Math.ceil(samples.length / 3)
  const firstMb = Math.min(...samples.slice(0, third)) / megabyte
  const lastMb = Math.min(...samples.slice(-third)) / megabyte
  return {
    path,
    readings,
    firstMb: round(firstMb),
    lastMb: round(lastMb),
    growthMb: round(lastMb - firstMb),
  }
}

/** Buffers are freed by the collection after the one that frees their objects. */
async function restingHeap(cdp: CDPSession): Promise<number> {
  await heapOf(cdp)
  return heapOf(cdp)
}
