// Measures one cold load of one page with a slow device and network: CPU x4, 1.6 Mbit/s, 150 ms round trip.
import type { Browser, CDPSession, Page } from '@playwright/test'
import type { BuildServer } from './serve-build.ts'

const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const cpuSlowdown = 4
const settleMs = 1500

/** What a page loads in a span of time. */
interface Traffic {
  jsBytes: number
  cssBytes: number
  requests: number
  jsFiles: number
}

export interface Load {
  /** What reached the server before the page was ready: what the user waits for. */
  firstScreen: Traffic
  /** In all, with what the page loads in the background until it rests. */
  whole: Traffic
  fcpMs: number
  /** Time until the page shows its main content: the first row, or the sign-in field. */
  readyMs: number
  /** Blocking time of all long tasks since navigation start. */
  blockedMs: number
  heapBytes: number
  /** Paths requested more than once before the page was ready, and files ever; a list may be read again later. */
  repeated: string[]
  paths: string[]
}

export interface PageToLoad {
  server: BuildServer
  path: string
  /** The page is ready when it shows any of these texts, or an element that matches this selector. */
  ready: { texts: readonly string[] } | { selector: string }
  /** Initial sessionStorage of the tab. */
  sessionStorage?: Record<string, string>
}

export async function measureLoad(browser: Browser, target: PageToLoad): Promise<Load> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  })
  try {
    const page = await context.newPage()
    // The transpiler wraps named functions in a helper that the page doesn't have.
    await page.addInitScript('globalThis.__name ??= (value) => value')
    await page.addInitScript(fillSession, target.sessionStorage ?? {})
    await page.addInitScript(watch, target.ready)
    const session = await context.newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', slowNetwork)
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
    target.server.requests.length = 0
    await page.goto(target.server.url + target.path)
    await page.waitForFunction(() => window.plantdeckBench.readyMs > 0, undefined, {
      timeout: 60_000,
    })
    await settle(target.server, page)
    return await collect(target.server, page, session)
  } finally {
    await context.close()
  }
}

/** Waits until the server has received no request for 1.5 s. */
async function settle(server: BuildServer, page: Page) {
  for (let before = -1; before !== server.requests.length;) {
    before = server.requests.length
    await page.waitForTimeout(settleMs)
  }
}

async function collect(server: BuildServer, page: Page, session: CDPSession): Promise<Load> {
  const watched = await page.evaluate(() => window.plantdeckBench)
  const readyAtMs = watched.readyMs + (await page.evaluate(() => performance.timeOrigin))
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  // The browser requests the icon whenever it likes, or not at all.
  const requests = server.requests.filter(({ path }) => !path.startsWith('/favicon'))
  const paths = requests.map(({ path }) => path)
  // Not the browser's own list, which has a preloaded file twice.
  const first = requests.filter(({ atMs }) => atMs <= readyAtMs).map(({ path }) => path)
  const files = paths.filter((path) => server.files.has(path))
  return {
    firstScreen: trafficOf(server, first),
    whole: trafficOf(server, paths),
    fcpMs: watched.fcpMs,
    readyMs: watched.readyMs,
    blockedMs: watched.blockedMs,
    heapBytes: usedSize,
    repeated: [...new Set([...repeatedIn(first), ...repeatedIn(files)])],
    paths,
  }
}

const repeatedIn = (paths: readonly string[]) =>
  paths.filter((path, at) => paths.indexOf(path) !== at)

function trafficOf({ files }: BuildServer, paths: readonly string[]): Traffic {
  const bytesOf = (type: string) =>
    paths
      .map((path) => files.get(path))
      .filter((file) => file?.type === type)
      .reduce((sum, file) => sum + (file?.bytes ?? 0), 0)
  return {
    jsBytes: bytesOf('text/javascript'),
    cssBytes: bytesOf('text/css'),
    requests: paths.length,
    jsFiles: paths.filter((path) => path.endsWith('.js')).length,
  }
}

declare global {
  interface Window {
    plantdeckBench: { fcpMs: number; readyMs: number; blockedMs: number }
  }
}

/** Runs in the page, before its own scripts. */
function fillSession(entries: Record<string, string>) {
  for (const [key, value] of Object.entries(entries)) sessionStorage.setItem(key, value)
}

/** Runs in the page, before its own scripts. */
function watch(ready: PageToLoad['ready']) {
  const bench = { fcpMs: 0, readyMs: 0, blockedMs: 0 }
  window.plantdeckBench = bench
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('first-contentful-paint'))
      bench.fcpMs = entry.startTime
  }).observe({ type: 'paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) bench.blockedMs += Math.max(0, duration - 50)
  }).observe({ type: 'longtask', buffered: true })
  const isReady = () => {
    if ('selector' in ready) return document.querySelector(ready.selector) !== null
    const text = document.body?.textContent ?? ''
    return ready.texts.some((name) => text.includes(name))
  }
  const observer = new MutationObserver(() => {
    if (!isReady()) return
    observer.disconnect()
    // The change becomes visible in the next frame.
    requestAnimationFrame(() => setTimeout(() => (bench.readyMs = performance.now())))
  })
  observer.observe(document, { childList: true, subtree: true, characterData: true })
}
