// Probes for one page: time until a change is painted, frames while scrolling, script time, memory.
import type { CDPSession, Page } from '@playwright/test'

/** Milliseconds from the input event that an action causes to the frame in which the rows have changed. */
export async function painted(
  page: Page,
  region: string,
  action: () => Promise<unknown>,
): Promise<number> {
  await page.evaluate((selector) => {
    window.plantdeckPainted = new Promise<number>((resolve) => {
      let startMs = performance.now()
      const note = (event: Event) => (startMs = event.timeStamp)
      for (const type of ['keydown', 'click'])
        addEventListener(type, note, { capture: true, once: true })
      const observer = new MutationObserver(() => {
        observer.disconnect()
        requestAnimationFrame(() => {
          // Before tasks that the page itself starts once the frame is painted.
          const priority = 'user-blocking'
          void scheduler.postTask(() => resolve(performance.now() - startMs), { priority })
        })
      })
      const target = document.querySelector(selector) ?? document.body
      observer.observe(target, {
        childList: true,
        subtree: true,
        characterData: true,
        attributes: true,
      })
      // Nothing changed: the list already showed the result.
      setTimeout(() => resolve(Number.NaN), 3_000)
    })
  }, region)
  await action()
  return page.evaluate(() => window.plantdeckPainted)
}

/** Scrolls through some thousand pixels of rows and measures the frames. */
export async function measureScroll(page: Page, region: string) {
  const box = await page.locator(region).first().boundingBox()
  await page.mouse.move((box?.x ?? 0) + 300, (box?.y ?? 0) + 300)
  await page.evaluate(() => {
    window.plantdeckFrames = []
    let lastMs = performance.now()
    const frame = (atMs: number) => {
      window.plantdeckFrames.push(atMs - lastMs)
      lastMs = atMs
      if (window.plantdeckFrames.length < 240) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  for (let step = 0; step < 60; step += 1) await page.mouse.wheel(0, 400)
  await page.waitForFunction(() => window.plantdeckFrames.length >= 240)
  const frames = (await page.evaluate(() => window.plantdeckFrames)).slice(1)
  const sorted = frames.toSorted((a, b) => a - b)
  return {
    frameP95Ms: round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
    slowFramesPct: round((100 * frames.filter((ms) => ms > 20).length) / frames.length),
  }
}

/** Returns the page's script time so far, in ms. */
export async function scriptMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return 1_000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0)
}

/** Returns the bytes of the page's heap and buffers after garbage collection. */
export async function heapOf(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage')
  const usage: { usedSize: number; backingStorageSize?: number } =
    await cdp.send('Runtime.getHeapUsage')
  return usage.usedSize + (usage.backingStorageSize ?? 0)
}

/** Returns the time since the navigation, in ms. */
export async function now(page: Page): Promise<number> {
  return round(await page.evaluate(() => performance.now()))
}

/** Rounds to a tenth. */
export function round(value: number): number {
  return Math.round(value * 10) / 10
}

declare global {
  interface Window {
    plantdeckLongestMs: number
    plantdeckSearchableMs: number
    plantdeckPainted: Promise<number>
    plantdeckFrames: number[]
  }
}
