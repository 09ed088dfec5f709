// `npm run bench:runs`: how calm the page stays while a run over 5,000 plants is planned, and goes on for a minute.
import { type CDPSession, type Page, chromium } from '@playwright/test'
import { parseArgs } from 'node:util'
import { findBrowser, launchArgs } from '../../.scripts/browser.mjs'
import { demoUser, startPlatform } from '../support/platform.ts'
import { buildDashboard } from './builds.ts'

const { values } = parseArgs({
  options: {
    plants: { type: 'string', default: '5000' },
    seconds: { type: 'string', default: '60' },
  },
})
const mib = 1024 * 1024

buildDashboard()
const platform = await startPlatform(Number(values.plants), ['--field', '40'])
const browser = await chromium.launch({ executablePath: findBrowser(), args: launchArgs() })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const session = await page.context().newCDPSession(page)
  await watchLongTasks(page)
  // An empty filter chooses no plant.
  const filter = encodeURIComponent('status:online,offline,degraded,unknown')
  await page.goto(`${platform.url}/commands/new?kind=command&q=${filter}`)
  await page.getByLabel('Username').fill(demoUser.username)
  await page.getByLabel('Password').fill(demoUser.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await plan(page)
  const planned = await figures(page, session)
  await start(page)
  await page.evaluate(() => window.plantdeckTasks.splice(0))
  await page.waitForTimeout(Number(values.seconds) * 1000)
  const running = await figures(page, session)
  console.log(await page.title())
  console.table({ 'plan created': planned, 'run under way': running })
} finally {
  await browser.close()
  platform.stop()
}

declare global {
  interface Window {
    /** Durations of tasks over 50 ms. */
    plantdeckTasks: number[]
  }
}

async function watchLongTasks(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.plantdeckTasks = []
    const observer = new PerformanceObserver((list) => {
      window.plantdeckTasks.push(...list.getEntries().map(({ duration }) => duration))
    })
    observer.observe({ type: 'longtask', buffered: true })
  })
}

async function plan(page: Page): Promise<void> {
  const all = Number(values.plants).toLocaleString('en')
  await page.getByText(`Searched all ${all} plants`).waitFor({ timeout: 120_000 })
  await page.getByText(/\d of [\d,]+ take part/).waitFor()
  // Not shown when every plant may receive it.
  const include = page.getByRole('checkbox', { name: 'Include plants that may not receive it' })
  if (await include.isVisible()) await include.check()
  await page.getByRole('combobox', { name: 'Command' }).fill('GET_INFO')
  await page.keyboard.press('Escape')
  await page.locator('summary').first().click()
  const settings = {
    'Watch them for (s)': 0,
    'Plants in a wave': 1000,
    'Per minute': 600,
    'Answer within (s)': 5,
    'Continue from (% OK)': 0,
    'Stop above (% failed)': 100,
  }
  for (const [label, value] of Object.entries(settings)) {
    await page.getByLabel(label, { exact: true }).fill(String(value))
  }
  await page.getByRole('button', { name: 'Create plan' }).click()
  await page.getByRole('button', { name: 'Start run' }).waitFor({ timeout: 60_000 })
}

async function start(page: Page): Promise<void> {
  const heading = await page.getByRole('heading', { level: 1 }).textContent()
  const plants = /to ([\d,]+) plants/.exec(heading ?? '')?.[1]?.replaceAll(',', '') ?? ''
  await page.getByRole('button', { name: 'Start run' }).click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('textbox').fill(plants)
  await dialog.getByRole('button', { name: 'Start run' }).click()
}

/** Long tasks since the last figures, and the heap after garbage collection. */
async function figures(page: Page, session: CDPSession) {
  const tasks = await page.evaluate(() => window.plantdeckTasks)
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return {
    'tasks over 50 ms': tasks.length,
    'longest ms': Math.round(Math.max(0, ...tasks)),
    'in all ms': Math.round(tasks.reduce((sum, ms) => sum + ms, 0)),
    'heap MiB': Number((usedSize / mib).toFixed(1)),
  }
}
