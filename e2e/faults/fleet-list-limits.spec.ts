// A large list that the API limits, stops delivering or has only half delivered.
import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import {
  countSnapshots,
  listSearch,
  openFleetList,
  pageOfIndex,
  plantLinks,
  plantRow,
  holdRequests,
} from '../support/fleet-list'
import { collectPlants, facetsOf, hasWords, matching } from '../support/plain-fleet'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const question = (page: Page) => page.getByRole('region', { name: 'Why isn’t it here?' })

test('makes no request before Retry-After has passed, and stays usable', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 429/)
  const org = await organization({ plants: 450 })
  const collected = collectPlants(page)
  const requested: string[] = []
  page.on('request', (request) => {
    if (pageOfIndex('\\d+').test(request.url())) requested.push(request.url())
  })
  const first = await holdRequests(page, pageOfIndex(1))
  let attempts = 0
  await page.route(pageOfIndex(2), (route) => {
    attempts += 1
    // The third attempt succeeds.
    if (attempts > 2) return route.fallback()
    const json = { code: 'TOO_MANY_REQUESTS', message: 'Slow down' }
    return route.fulfill({ status: 429, headers: { 'retry-after': '40' }, json })
  })
  await org.takeClock(page)
  await org.open(page, '/plants')
  await first.arrived
  // From here on, time passes only as the test says.
  await page.clock.pauseAt(Date.now() + 60_000)
  /** Lets time pass in small steps until the page was requested this many times. */
  const untilAttempt = (times: number) =>
    expect(async () => {
      await page.clock.runFor(200)
      expect(attempts).toBe(times)
    }).toPass()
  const waits = page.getByText('Reading is paused')
  first.release()
  await untilAttempt(1)

  for (const refusal of [1, 2]) {
    await test.step(`waits after refusal ${refusal}`, async () => {
      // What was under way before the refusal may still arrive.
      await page.clock.runFor(1_000)
      const before = requested.length
      await expect(listSearch(page)).toBeVisible()
      await expect(waits).toHaveText(
        /^ ?Reading is paused: Too many requests\. It continues in [34]\d\ss\.$/,
      )
      await page.clock.runFor(37_000)
      await expect(heading(page)).toHaveText(/^Plants \d00 of 450 read$/)
      const [known] = (await collected()).plants
      await listSearch(page).fill(known?.serialNumber ?? '')
      await expect(plantLinks(page)).toHaveText([known?.name ?? ''])
      await expect(heading(page)).toHaveText(/^Plants 1 match in \d00 of 450 read$/)
      await expect(page.getByText(/^Searched \d00 of 450 plants\./)).toBeVisible()
      await listSearch(page).fill('')
      expect(requested).toHaveLength(before)
      await untilAttempt(refusal + 1)
    })
  }
  await page.clock.resume()
  await expect(page.getByText('Searched all 450 plants.')).toBeVisible()
  await expect(heading(page)).toHaveText('Plants 450')
  await expect(waits).toHaveCount(0)
})

test('keeps what it read of 3,000 plants searchable when the API fails for good', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization({ plants: 3_000 })
  const collected = collectPlants(page)
  const fail = { status: 500, json: { code: 'INTERNAL_SERVER_ERROR', message: 'Broken' } }
  await page.route(pageOfIndex('(?:1[2-9]|2\\d|30)'), (route) => route.fulfill(fail))
  await openFleetList(page, org, '/plants?sort=name')
  // Retries wait for random times, and each failure delays all requests.
  await expect(page.getByText('Searched 1,100 plants, then it stopped.')).toBeVisible({
    timeout: 90_000,
  })
  const failure = page.getByText(
    'Couldn’t read the rest of the list: The server failed. 1,900 of 3,000 plants weren’t read.',
  )
  await expect(failure).toBeVisible()
  await expect(heading(page)).toHaveText('Plants 1,100 of 3,000 read')
  const { plants } = await collected()
  expect(plants).toHaveLength(1_100)
  const offline = matching(plants, facetsOf(plants, Date.now()), { Connection: ['Offline'] })
  const found = offline.filter((plant) => hasWords(plant, 'uloziste'))
  const count = offline.length.toLocaleString('en')
  await expect(page.getByRole('checkbox', { name: `Offline ${count}`, exact: true })).toBeVisible()
  await listSearch(page).fill('status:offline uloziste')
  await expect(heading(page)).toHaveText(`Plants ${found.length} matches in 1,100 of 3,000 read`)
  await expect(plantRow(page, found[0]?.serialNumber ?? '')).toBeAttached()

  await listSearch(page).fill('status:offline no-such-plant')
  await question(page).getByRole('textbox').fill('no-such-plant')
  await expect(question(page)).toContainText('Not among the 1,100 plants loaded so far')
  await expect(question(page)).toContainText('1,900 are not loaded yet.')

  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/^Searched (all 3,000|3,000 of 3,000) plants\./)).toBeVisible({
    timeout: 30_000,
  })
  await expect(failure).toHaveCount(0)
})

test('reads on after a reload where reading stopped', async ({ page, organization, provokes }) => {
  provokes(/status of 500/)
  const org = await organization({ plants: 1_150 })
  const fail = { status: 500, json: { code: 'INTERNAL_SERVER_ERROR', message: 'Broken' } }
  await page.route(pageOfIndex('(?:[89]|1\\d)'), (route) => route.fulfill(fail))
  await openFleetList(page, org)
  await expect(page.getByText('Searched 700 plants, then it stopped.')).toBeVisible({
    timeout: 90_000,
  })
  await expect.poll(() => countSnapshots(page)).toBe(1)
  await page.unrouteAll()
  const middle = await holdRequests(page, pageOfIndex(10))
  const read: string[] = []
  page.on('request', (request) => {
    const number = /page=(\d+)/.exec(request.url())?.[1]
    if (pageOfIndex('\\d+').test(request.url())) read.push(number ?? '')
  })
  await page.reload()
  await middle.arrived
  // Rows of the same reading, not of an earlier visit.
  await expect(heading(page)).toHaveText(/^Plants [7-9]\d\d of 1,150 read$|^Plants 1,0\d\d of/)
  await expect(page.getByText(/Saved on this device/)).toHaveCount(0)
  middle.release()
  await expect(page.getByText(/^Searched 1,150 of 1,150 plants\. Probably complete/)).toBeVisible()
  await expect(page.getByText(/Oldest row read/)).toBeVisible()
  expect(read.toSorted()).toEqual(['10', '11', '12', '8', '9'])
})

test('reads 3,000 plants from the beginning after a reload in the first minute', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 3_000 })
  const middle = await holdRequests(page, pageOfIndex(15))
  await openFleetList(page, org, '/plants?q=status:offline&sort=name')
  await middle.arrived
  await expect(heading(page)).toHaveText(/^Plants [\d,]+ matches in [12],\d00 of 3,000 read$/, {
    timeout: 30_000,
  })
  const collected = collectPlants(page)
  await page.reload()
  middle.release()
  await expect(page.getByText(/^Searched (all 3,000|3,000 of 3,000) plants\./)).toBeVisible({
    timeout: 30_000,
  })
  const { plants } = await collected()
  expect(plants).toHaveLength(3_000)
  const offline = plants.filter(({ status }) => status === 'OFFLINE').length.toLocaleString('en')
  await expect(heading(page)).toHaveText(`Plants ${offline} of 3,000`)
  await expect(page.getByText(/^Couldn’t/)).toHaveCount(0)
})
