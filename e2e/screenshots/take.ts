// `npm run screenshots`: takes the README's pictures of the embedded platform's demo fleet. The energy of the day grows
// with the hour (UTC), so take them in the afternoon.
import { type Page, chromium } from '@playwright/test'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { findBrowser, launchArgs } from '../../.scripts/browser.mjs'
import { buildDashboard } from '../bench/builds.ts'
import { demoUser, signIn, startPlatform } from '../support/platform.ts'

const folder = dirname(fileURLToPath(import.meta.url))
const settledMs = 1_500

const listSchema = z.object({ data: z.array(z.object({ id: z.string(), status: z.string() })) })
const nothing = { produced: 0, imported: 0, exported: 0 }
const energySchema = z.object({ produced: z.number(), imported: z.number(), exported: z.number() })

buildDashboard()
const platform = await startPlatform(240)
const browser = await chromium.launch({ executablePath: findBrowser(), args: launchArgs() })
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  await page.goto(`${platform.url}/sign-in`)
  await page.getByLabel('Username').fill(demoUser.username)
  await page.getByLabel('Password', { exact: true }).fill(demoUser.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(({ pathname }) => !pathname.startsWith('/sign-in'))
  const plant = `/plants/${await findLivelyPlant()}`
  const queue = page.getByRole('list', { name: 'Needs attention' })
  await takePicture(page, 'overview.png', '/', 'light', queue)
  await takePicture(page, 'plants.png', '/plants', 'light', page.getByText(/^Searched all/))
  await takePicture(page, 'plant.png', plant, 'light')
  await takePicture(page, 'energy.png', `${plant}/energy`, 'dark')
  await takePicture(page, 'certificates.png', '/certificates', 'light')
} finally {
  await browser.close()
  platform.stop()
}

async function takePicture(
  page: Page,
  name: string,
  path: string,
  colorScheme: 'light' | 'dark',
  ready = page.getByText(/^Updated/).first(),
): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await page.goto(platform.url + path)
  await ready.waitFor()
  // Charts and maps load when they come into view.
  await page.waitForTimeout(settledMs)
  await page.screenshot({ path: join(folder, name) })
}

/** Returns the id of an online plant that produces, imports and exports today, so that the charts show something. */
async function findLivelyPlant(): Promise<string> {
  const authorization = await signIn(platform)
  const read = async (path: string): Promise<unknown> => {
    const response = await fetch(`${platform.url}/api/v1${path}`, { headers: { authorization } })
    return response.json()
  }
  const { data } = listSchema.parse(await read('/plants?limit=100'))
  const totals = await Promise.all(
    data
      .filter(({ status }) => status === 'ONLINE')
      .map(async ({ id }) => {
        const energy = energySchema.safeParse(await read(`/plants/${id}/energy/today`))
        const { produced, imported, exported } = energy.data ?? nothing
        // A battery may export more than the plant produces, and then there is no flow to draw.
        return { id, least: exported > produced ? 0 : Math.min(produced, imported, exported) }
      }),
  )
  const [best] = totals.toSorted((a, b) => b.least - a.least)
  if (!best) throw new Error('No plant of the demo fleet is online.')
  return best.id
}
