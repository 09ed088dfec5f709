import { expect, type Locator, type Page, type Request } from '@playwright/test'
import { fromNow, minuteMs } from './instants'
import type { Organization } from './organization'
import type { Role } from './test-control'

/** Search of the list; the palette has a longer name. */
export const listSearch = (page: Page): Locator =>
  page.getByRole('combobox', { name: 'Search plants', exact: true })

/** Goes to the list by the menu. */
export const openPlants = (page: Page): Promise<void> =>
  page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Plants' }).click()

/** Row of a plant, or its card on a phone. */
export const plantRow = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('table', { name: 'Plants' }).getByRole('row').filter({ hasText: name })

/** Links of the rows in the document's order: at rest, that of the screen. */
export const plantLinks = (page: Page): Locator =>
  page.getByRole('table', { name: 'Plants' }).getByRole('row').getByRole('link')

/** Region that scrolls the rows and takes their keys. */
export const plantRows = (page: Page): Locator => page.getByRole('group', { name: 'Plants' })

/** Waits until the table has as many rows as the heading says: rows that have just arrived wait up to a second. */
export async function rowsAtRest(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { level: 1, name: /^Plants/ })
  const table = page.getByRole('table', { name: 'Plants' })
  await expect(async () => {
    const matches = /\d[\d,]*/.exec(await heading.innerText())?.[0].replaceAll(',', '')
    await expect(table).toHaveAttribute('aria-rowcount', String(Number(matches) + 1), {
      timeout: 1,
    })
  }).toPass({ timeout: 10_000, intervals: [20, 50, 100] })
}

/** Signs in and waits for the list of the whole fleet. */
export async function openFleetList(
  page: Page,
  org: Organization,
  path = '/plants',
  role?: Role,
): Promise<void> {
  await org.open(page, path, role)
  await listSearch(page).waitFor()
}

/** Delays the code of the fleet's list, so that the server's page stays. */
export async function holdFleetList(page: Page): Promise<void> {
  await page.route(/fleet-list-code/, () => new Promise(() => undefined))
}

/** Returns the number of fleets that the browser has saved for the next visit, once none is being stored. */
export const countSnapshots = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const count = (name: string) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open(name)
        // It was deleted meanwhile, and must not be created again.
        opening.addEventListener('upgradeneeded', () => opening.transaction?.abort())
        opening.addEventListener('error', () => resolve(0))
        opening.addEventListener('success', () => {
          // Waits for the transaction that stores it.
          const transaction = opening.result.transaction('snapshots')
          const parts = transaction.objectStore('snapshots').count()
          transaction.addEventListener('complete', () => {
            opening.result.close()
            resolve(Math.min(parts.result, 1))
          })
        })
      })
    const names = (await indexedDB.databases()).map(({ name = '' }) => name)
    const counts = names.filter((name) => name.startsWith('plantdeck.fleet.')).map(count)
    return (await Promise.all(counts)).reduce((sum, one) => sum + one, 0)
  })

/** Plants in the order of their creation, of which each page of the list has names from the whole alphabet. */
export const namedPlants = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    id: crypto.randomUUID(),
    name: `Plant ${String((at * 37) % count).padStart(3, '0')}`,
    serialNumber: `S-${at}`,
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    authMethod: 'TOKEN',
    createdAt: fromNow((at - count) * minuteMs),
  }))

/** Requests of the index, as opposed to those of the server's page. */
export const pageOfIndex = (number: number | string) =>
  new RegExp(`/plants\\?(?=.*limit=100\\b)(?=.*page=${number}\\b)`)

/** Holds requests until `release` is called; `arrived` resolves with the first one. */
export async function holdRequests(page: Page, url: RegExp) {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => (release = resolve))
  let note: (request: Request) => void = () => undefined
  const arrived = new Promise<Request>((resolve) => (note = resolve))
  await page.route(url, async (route) => {
    note(route.request())
    await held
    await route.fallback()
  })
  return { arrived, release }
}
