// Measures the dashboard's list of the whole fleet.
import type { Browser, Page } from '@playwright/test'
import { median } from '../median.ts'
import {
  type FleetFigures,
  measureKeys,
  measureSlowKeys,
  openPage,
  settleMs,
} from './measure-keys.ts'
import { heapOf, measureScroll, now, painted, round } from './probes.ts'

/** The dashboard's search field and its rows. */
const field = 'main input[role=combobox]'
const region = '[role=group][aria-label="Plants"]'

/** The bare loop's requests, and those that the dashboard is set to. */
export const requestsAtOnce = 6

interface DashboardTarget {
  url: string
  /** The tab's sessionStorage. */
  session: Record<string, string>
  plants: number
  authorization: string
}

/** Measures the dashboard's list. */
export async function measureDashboard(
  browser: Browser,
  { url, session, plants, authorization }: DashboardTarget,
): Promise<FleetFigures> {
  const page = await openPage(browser)
  try {
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
    // Asking in each frame would be work of its own.
    await page.waitForFunction(countedPages, pages, { timeout: 300_000, polling: settleMs })
    const completeMs = await now(page)
    const longestTaskMs = await page.evaluate(() => window.plantdeckLongestMs)
    // Until the snapshot is stored, which is in memory until then: 5 s after a filling of 27 s.
    await page.waitForTimeout(60 * settleMs)
    const bytesPerPlant = ((await heapOf(cdp)) - emptyBytes) / plants
    const keys = await measureKeys(page, field, region)
    const slowKeyMs = await measureSlowKeys(page, field, region)
    const clicks = await measureClicks(page)
    await page.waitForTimeout(settleMs)
    const frames = await measureScroll(page, region)
    const times = { firstRowMs, completeMs, bareLoopMs, longestTaskMs, bytesPerPlant, fillingKeyMs }
    const second = await measureSecondVisit(page, `${url}/plants`, plants)
    return { ...times, ...keys, slowKeyMs, ...clicks, ...frames, ...second }
  } finally {
    await page.context().close()
  }
}

/** Measures clicks on columns whose order is known, and on a value of a filter. */
async function measureClicks(page: Page) {
  const column = (name: string) =>
    page.getByRole('columnheader', { name, exact: true }).getByRole('button')
  const [sorts, facets]: [number[], number[]] = [[], []]
  const columns = ['Name', 'Serial number']
  for (let turn = 0; turn < 4; turn += 1) {
    for (const name of columns) {
      const ms = await painted(page, region, () => column(name).click())
      // The first click on a column makes its order.
      if (turn > 0) sorts.push(ms)
      await page.waitForTimeout(5 * settleMs)
    }
  }
  const offline = page.getByRole('checkbox', { name: /^Offline/ })
  for (let turn = 0; turn < 6; turn += 1) {
    facets.push(await painted(page, region, () => offline.click()))
    await page.waitForTimeout(2 * settleMs)
  }
  return { sortMs: round(median(sorts)), facetMs: round(median(facets)) }
}

/** Measures the next visit, on which the fleet is read from this device first. */
async function measureSecondVisit(page: Page, address: string, plants: number) {
  await page.addInitScript(noteWhenSearchable, { field, total: plants.toLocaleString('en') })
  await page.goto(address)
  // Asking for it from here would be noticed later.
  await page.waitForFunction(() => window.plantdeckSearchableMs > 0, undefined, { polling: 100 })
  return page.evaluate(() => ({
    secondVisitMs: Math.round(window.plantdeckSearchableMs),
    secondVisitTaskMs: window.plantdeckLongestMs,
  }))
}

/** Runs in the page: notes the time of the first frame that has the search field and the number of all plants. */
function noteWhenSearchable({ field: selector, total }: { field: string; total: string }): void {
  window.plantdeckSearchableMs = 0
  const has = () =>
    document.querySelector(selector) !== null &&
    [...document.querySelectorAll('[role=status]')].some((status) =>
      status.textContent.replaceAll(/[\u202f\u00a0 ]/g, ',').includes(total),
    )
  const observer = new MutationObserver(() => {
    if (!has()) return
    observer.disconnect()
    requestAnimationFrame(() => (window.plantdeckSearchableMs = performance.now()))
  })
  observer.observe(document, { childList: true, subtree: true, characterData: true })
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
