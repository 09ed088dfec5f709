// Measures one page with a searchable list: real key events, sorting, scrolling, memory.
import type { Browser, Page } from '@playwright/test'
import { median } from '../median.ts'
import { heapOf, measureScroll, now, painted, round, scriptMs } from './probes.ts'

export interface FleetFigures {
  /** Until the first row, and until all plants were read, from the navigation; a bare loop of requests for comparison. */
  firstRowMs: number
  completeMs: number
  bareLoopMs: number
  /** Longest task of the main thread until then. */
  longestTaskMs: number
  /** From a key to the painted result, median and worst, and script for each key. */
  keyMs: number
  worstKeyMs: number
  scriptMs: number
  /** From a key to the painted result while the list is being read, median. */
  fillingKeyMs: number
  sortMs: number
  facetMs: number
  /** Frames while scrolling: 95th percentile, and share over 20 ms in percent. */
  frameP95Ms: number
  slowFramesPct: number
  /** Heap and buffers for each plant, without the empty page. */
  bytesPerPlant: number
}

/** The dashboard's search field and its rows. */
const field = 'main input[role=combobox]'
const region = '[role=group][aria-label="Plants"]'
const words = ['brno', 'fve', '26-1', 'offline']
const settleMs = 400
const requestsAtOnce = 6

interface DashboardTarget {
  url: string
  /** The tab's sessionStorage. */
  session: Record<string, string>
  plants: number
  authorization: string
}

/** Measures a page that shows its number of plants when it is ready. */
export async function measureRival(browser: Browser, url: string): Promise<Partial<FleetFigures>> {
  const page = await open(browser)
  try {
    await page.goto(url)
    await page.waitForFunction(
      () => document.querySelector('#count')?.textContent !== '',
      undefined,
      {
        timeout: 120_000,
      },
    )
    const keys = await measureKeys(page, 'input', '#rows')
    const sortMs = await painted(page, '#rows', () =>
      page.evaluate(() => (globalThis as unknown as { sortByName: () => void }).sortByName()),
    )
    const frames = await measureScroll(page, '#rows')
    return { ...keys, sortMs, ...frames }
  } finally {
    await page.context().close()
  }
}

/** Measures the dashboard's list. */
export async function measureDashboard(
  browser: Browser,
  { url, session, plants, authorization }: DashboardTarget,
): Promise<FleetFigures> {
  const page = await open(browser)
  try {
    await page.route('**/config.json', async (route) => {
      const response = await route.fetch()
      const config: object = await response.json()
      const limits = {
        fleetConcurrency: requestsAtOnce,
        fleetPerMinute: 1_000_000,
        fleetLimit: 200_000,
      }
      await route.fulfill({ response, json: { ...config, ...limits } })
    })
    await page.addInitScript((entries) => {
      for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value)
      // Otherwise the list would be read again while the other figures are measured.
      localStorage.setItem('plantdeck.preference.refreshEveryS', 'off')
    }, session)
    await page.goto(`${url}/config.json`)
    const bareLoopMs = await page.evaluate(readBare, { authorization, requestsAtOnce })
    const cdp = await page.context().newCDPSession(page)
    const emptyBytes = await heapOf(cdp)
    await page.goto(`${url}/plants`)
    const rows = page
      .getByRole('table', { name: 'Plants' })
      .or(page.getByRole('grid', { name: 'Plants' }))
    await rows.getByRole('link').first().waitFor()
    const firstRowMs = await now(page)
    await page.locator(field).first().waitFor()
    const fillingKeyMs = (await measureKeys(page, field, region, ['brno'])).keyMs
    // Short fleets are read twice; the first reading counts.
    const pages = Math.ceil(plants / 100)
    await page.waitForFunction(countedPages, pages, { timeout: 300_000 })
    const completeMs = await now(page)
    const longestTaskMs = await page.evaluate(() => window.plantdeckLongestMs)
    // Until the snapshot is stored, which is in memory until then.
    await page.waitForTimeout(20 * settleMs)
    const bytesPerPlant = ((await heapOf(cdp)) - emptyBytes) / plants
    const keys = await measureKeys(page, field, region)
    const byName = page.getByRole('columnheader', { name: 'Name' }).getByRole('button')
    await painted(page, region, () => byName.click())
    await page.waitForTimeout(5 * settleMs)
    await painted(page, region, () =>
      page.getByRole('columnheader', { name: 'Serial number' }).getByRole('button').click(),
    )
    await page.waitForTimeout(5 * settleMs)
    const sortMs = await painted(page, region, () => byName.click())
    const facetMs = await painted(page, region, () =>
      page.getByRole('checkbox', { name: /^Offline/ }).click(),
    )
    await page.waitForTimeout(settleMs)
    const frames = await measureScroll(page, region)
    const times = { firstRowMs, completeMs, bareLoopMs, longestTaskMs, bytesPerPlant, fillingKeyMs }
    return { ...times, ...keys, sortMs, facetMs, ...frames }
  } finally {
    await page.context().close()
  }
}

async function open(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  // The transpiler wraps named functions in a helper that the page doesn't have.
  await page.addInitScript('globalThis.__name ??= (value) => value')
  await page.addInitScript(() => {
    window.plantdeckLongestMs = 0
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        window.plantdeckLongestMs = Math.max(window.plantdeckLongestMs, duration)
    }).observe({ type: 'longtask', buffered: true })
  })
  return page
}

async function measureKeys(page: Page, input: string, rows: string, typed = words) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const [times, scripts]: [number[], number[]] = [[], []]
  await page.locator(input).first().click()
  for (const word of typed) {
    for (const key of word) {
      const before = await scriptMs(cdp)
      times.push(await painted(page, rows, () => page.keyboard.press(key)))
      await page.waitForTimeout(settleMs)
      scripts.push((await scriptMs(cdp)) - before)
    }
    for (const _key of word) await page.keyboard.press('Backspace')
    await page.waitForTimeout(settleMs)
  }
  // A key that changes nothing on screen has no time to measure.
  const shown = times.filter((ms) => !Number.isNaN(ms))
  return {
    keyMs: round(median(shown)),
    worstKeyMs: Math.max(...shown),
    scriptMs: round(median(scripts)),
  }
}

/** Runs in the page. */
async function readBare(options: {
  authorization: string
  requestsAtOnce: number
}): Promise<number> {
  const headers = { authorization: options.authorization }
  const startMs = performance.now()
  const read = async (page: number) =>
    (await fetch(`/api/v1/plants?page=${page}&limit=100`, { headers })).json()
  const { meta } = (await read(1)) as { meta: { totalPages: number } }
  let next = 2
  const reader = async () => {
    while (next <= meta.totalPages) {
      next += 1
      await read(next - 1)
    }
  }
  await Promise.all(Array.from({ length: options.requestsAtOnce }, reader))
  return Math.round(performance.now() - startMs)
}

/** Runs in the page: true when all pages of the list have arrived and the list has taken them over. */
function countedPages(pages: number): boolean {
  const read = performance
    .getEntriesByType('resource')
    .filter(({ name }) => /\/plants\?.*limit=100\b/.test(name))
  if (performance.now() > 0) performance.setResourceTimingBufferSize(10_000)
  return read.length >= pages
}
