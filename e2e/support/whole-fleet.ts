import type { Page } from '@playwright/test'
import { configure } from './deployment'
import { expect } from './fixtures'
import { openFleetList, plantRows } from './fleet-list'
import type { NewOrganization } from './organization'
import { type ApiPlant, collectPlants } from './plain-fleet'
import { setPreference } from './preferences'

interface WholeFleet {
  /** Plants as the API delivered them to the page. */
  plants: ApiPlant[]
  /** The API's own text, with numbers that JavaScript would round. */
  source: string
  /** The page's time, which stands still, Unix ms. */
  nowMs: number
}

const size = 3_000

/** Opens the list over 3,000 plants and waits until all were read. The page's time stands still. */
export async function openWholeFleet(
  page: Page,
  organization: NewOrganization,
  path = '/plants',
): Promise<WholeFleet> {
  const org = await organization({ plants: size })
  // A plant must not change from one bucket to the next between the page's judgement and the test's.
  const nowMs = Date.now()
  await org.takeClock(page)
  await page.clock.setFixedTime(nowMs)
  // Without passing time, the pause between two requests would never end.
  await configure(page, { fleetPerMinute: 1e9 })
  // Reading 3,000 plants every 15 s would slow down everything that is tested.
  await setPreference(page, 'refreshEveryS', 'off')
  const collected = collectPlants(page)
  await openFleetList(page, org, path)
  await expect(page.getByText(/^Searched (all 3,000|3,000 of 3,000) plants\./)).toBeVisible({
    timeout: 30_000,
  })
  const { plants, source } = await collected()
  expect(plants).toHaveLength(size)
  return { plants, source, nowMs }
}

/** Returns the rendered rows: their places, counted from 0, and the IDs of their plants. */
const renderedRows = (page: Page) =>
  page
    .getByRole('table', { name: 'Plants' })
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.flatMap((row) => {
        const href = row.querySelector('a')?.getAttribute('href')
        const place = Number(row.getAttribute('aria-rowindex')) - 2
        return href ? [{ place, id: href.replace(/^.*\/plants\//, '') }] : []
      }),
    )

/** Expects the list to have exactly these plants: by its counts, and by the rows at its beginning and its end. */
export async function expectList(
  page: Page,
  plants: readonly ApiPlant[],
  total: number,
): Promise<void> {
  const count = (number: number) => number.toLocaleString('en')
  const heading = page.getByRole('heading', { level: 1 })
  const isWhole = plants.length === total
  await expect(heading).toHaveText(
    `Plants ${isWhole ? '' : `${count(plants.length)} of `}${count(total)}`,
  )
  const table = page.getByRole('table', { name: 'Plants' })
  await expect(table).toHaveAttribute('aria-rowcount', String(plants.length + 1))
  const rows = plantRows(page)
  for (const key of ['Home', 'End']) {
    await rows.focus()
    await page.keyboard.press(key)
    const edge = key === 'Home' ? 0 : plants.length - 1
    await expect(async () => {
      const shown = await renderedRows(page)
      expect(shown.map(({ place }) => place)).toContain(edge)
      expect(shown.map(({ id }) => id)).toEqual(shown.map(({ place }) => plants[place]?.id))
    }).toPass({ timeout: 10_000, intervals: [20, 50, 100] })
  }
}
