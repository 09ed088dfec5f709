// No row moves under the pointer while the list fills: a click in between would be for another plant.
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import {
  listSearch,
  openFleetList,
  plantLinks,
  plantRow,
  plantRows,
  holdRequests,
  pageOfIndex,
} from '../support/fleet-list'
import { fromNow, minuteMs } from '../support/instants'
import { afterRetries } from '../support/refresh'

const plantCount = 400

/** The newest plant comes first; each page of the index has names from the whole alphabet. */
const rows = () =>
  Array.from({ length: plantCount }, (_, at) => ({
    id: crypto.randomUUID(),
    name: `Plant ${String((at * 37) % plantCount).padStart(3, '0')}`,
    serialNumber: `S-${at}`,
    status: at > 10 && at % 3 === 0 ? 'OFFLINE' : 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    authMethod: 'TOKEN',
    lastSeenAt: fromNow(-at * 60 * minuteMs),
    createdAt: fromNow(-(at + 1) * minuteMs),
  }))

/** Holds back pages of the index; returns a function that lets one through. */
async function holdPages(page: Page, numbers: readonly number[]) {
  const releases = new Map<number, () => void>()
  for (const number of numbers) {
    const { release } = await holdRequests(page, pageOfIndex(number))
    releases.set(number, release)
  }
  return (number: number) => releases.get(number)?.()
}

/** Points at the middle of a row and returns a function that reads the name under the pointer. */
async function pointAt(page: Page, name: string) {
  const box = await plantRow(page, name).boundingBox()
  if (!box) throw new Error(`${name} is not on screen.`)
  const at = { x: Math.round(box.x + 80), y: Math.round(box.y + box.height / 2) }
  await page.mouse.move(at.x, at.y)
  return () =>
    page.evaluate(
      ({ x, y }) =>
        document.elementFromPoint(x, y)?.closest('tr')?.querySelector('a')?.textContent ?? '',
      at,
    )
}

for (const sort of ['urgency', 'name']) {
  test(`moves no row under a resting pointer while the list fills, by ${sort}`, async ({
    page,
    organization,
  }) => {
    const org = await organization({ rows: rows() })
    await org.takeClock(page)
    const open = await holdPages(page, [2, 3, 4])
    await openFleetList(page, org, sort === 'name' ? '/plants?sort=name' : '/plants')
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toHaveText('Plants 100 of 400 read')
    const first = await plantLinks(page).allInnerTexts()
    const name = first[2] ?? ''
    const nameUnder = await pointAt(page, name)
    expect(await nameUnder()).toBe(name)
    for (const [number, read] of [
      [2, '200 of 400 read'],
      [3, '300 of 400 read'],
      [4, '400'],
    ] as const) {
      await page.clock.runFor(30_000)
      open(number)
      await expect(async () => {
        await page.clock.runFor(1_000)
        await expect(heading).toHaveText(`Plants ${read}`, { timeout: 500 })
      }).toPass(afterRetries)
      await page.clock.runFor(3_000)
      expect(await nameUnder()).toBe(name)
    }
    // The rows that wait are not kept quiet.
    const behind = page.getByRole('button', { name: '100 shown, 400 plants match now. Update' })
    await expect(behind).toBeVisible()
    await listSearch(page).hover()
    await page.clock.runFor(3_000)
    await expect
      .poll(async () => (await plantLinks(page).allInnerTexts()).slice(0, 6))
      .not.toEqual(first.slice(0, 6))
    await expect(behind).toHaveCount(0)
  })
}

test('shows the rows that wait for the keys, and leads through all that match', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: rows() })
  await org.takeClock(page)
  const open = await holdPages(page, [2, 3, 4])
  await openFleetList(page, org, '/plants?sort=name')
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText('Plants 100 of 400 read')
  await plantRows(page).press('ArrowDown')
  for (const number of [2, 3, 4]) open(number)
  await expect(heading).toHaveText('Plants 400')
  await page.clock.runFor(3_000)
  // The pointer crosses rows on its way, and rests on the button for a while.
  await plantLinks(page).nth(2).hover()
  const behind = page.getByRole('button', { name: '100 shown, 400 plants match now. Update' })
  await behind.hover()
  await page.clock.runFor(3_000)
  await behind.click()
  await expect(plantLinks(page).nth(1)).toHaveText('Plant 001')
  await plantLinks(page).nth(1).click()
  await expect(page.getByText('2 of 400')).toBeVisible()
})

test('marks a plant that is gone while a pointer holds its row', async ({
  page,
  organization,
  provokes,
}) => {
  // The list asks for the plant itself.
  provokes(/status of 404/)
  const plants = rows().slice(0, 4)
  const org = await organization({ rows: plants })
  await openFleetList(page, org, '/plants?sort=-created')
  await expect(plantLinks(page)).toHaveText(['Plant 000', 'Plant 037', 'Plant 074', 'Plant 111'])
  await plantLinks(page).nth(1).hover()
  expect((await org.call('DELETE', `/plants/${plants[1]?.id}`, 'admin')).ok()).toBe(true)
  await page.getByRole('button', { name: 'Refresh now' }).press('Enter')
  const gone = plantRow(page, 'Plant 037')
  await expect(gone).toContainText('No longer in the fleet')
  await expect(gone.getByRole('link')).toHaveCount(0)
  await expect(gone.getByRole('checkbox')).toBeDisabled()
  // Keys neither open nor select it.
  await plantRows(page).press('ArrowDown')
  await expect(gone).toHaveAttribute('data-active')
  await plantRows(page).press('Enter')
  await plantRows(page).press(' ')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Plants 3')
  await page.getByRole('checkbox', { name: 'Select the rows on screen' }).press(' ')
  await expect(page.getByRole('region', { name: 'Selection' })).toContainText('3 selected')
  // Without the reason, its name is marked.
  await page.setViewportSize({ width: 800, height: 700 })
  await expect(page.getByRole('columnheader', { name: 'Needs attention' })).toHaveCount(0)
  await expect(gone).toContainText('No longer in the fleet')
})

test('doesn’t replace the first page under a pointer that rests on a row', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: rows() })
  await org.takeClock(page)
  const open = await holdPages(page, [1])
  const asked = page.waitForRequest(pageOfIndex(1))
  await org.open(page)
  await asked
  const nameUnder = await pointAt(page, 'Plant 111')
  expect(await nameUnder()).toBe('Plant 111')
  const read = page.waitForResponse(pageOfIndex(4))
  open(1)
  await read
  await page.clock.runFor(5_000)
  expect(await nameUnder()).toBe('Plant 111')
  await expect(listSearch(page)).toHaveCount(0)
  await page.mouse.move(2, 2)
  await page.clock.runFor(2_000)
  await expect(listSearch(page)).toBeVisible()
})
