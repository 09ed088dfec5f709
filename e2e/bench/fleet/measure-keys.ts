// Opens a page with a searchable list, and measures real key events in it.
import type { Browser, Page } from '@playwright/test'
import { median } from '../median.ts'
import { painted, round, scriptMs } from './probes.ts'

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
  /** The same on a processor four times slower. */
  slowKeyMs: number
  /** From a key to the painted result while the list is being read, median. */
  fillingKeyMs: number
  /** From a click on a column, and on a value of a filter, to the painted rows. */
  sortMs: number
  facetMs: number
  /** On the next visit: from the navigation until the whole fleet can be searched, and the longest task until then. */
  secondVisitMs: number
  secondVisitTaskMs: number
  /** Frames while scrolling: 95th percentile, and share over 20 ms in percent. */
  frameP95Ms: number
  slowFramesPct: number
  /** Heap and buffers for each plant, without the empty page. */
  bytesPerPlant: number
}

const words = ['brno', 'fve', '26-1', 'offline']

/** Milliseconds until what a key starts has ended. */
export const settleMs = 400

/** Opens an empty page that notes its longest task. */
export async function openPage(browser: Browser): Promise<Page> {
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

/** Measures real keys in a search field. */
export async function measureKeys(page: Page, input: string, rows: string, typed = words) {
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

/** Measures real keys on a processor four times slower. */
export async function measureSlowKeys(page: Page, input: string, rows: string): Promise<number> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  try {
    return (await measureKeys(page, input, rows, ['brno'])).keyMs
  } finally {
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  }
}
