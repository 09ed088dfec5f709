// The attention queue when the API or the broker fails: what isn't known isn't reported as a change of the plants.
import type { Page } from '@playwright/test'
import { certifiedPlant } from '../support/certificates'
import { button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { fromNow, hourMs, minuteMs } from '../support/instants'
import { overviewPanel, tileLine } from '../support/overview'
import { afterRetries } from '../support/refresh'

const queue = (page: Page) => overviewPanel(page, 'Needs attention')
const rows = (page: Page) => queue(page).getByRole('list', { name: 'Needs attention' })
const titles = (page: Page) => rows(page).getByRole('heading', { level: 3 })

const away = (hours: number) => ({ status: 'OFFLINE', lastSeenAt: fromNow(-hours * hourMs) })

test('a cut API changes no row of the queue, and is reported once, with the age of the data', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const org = await organization({
    rows: [
      certifiedPlant('Expired', -1),
      certifiedPlant('Away', 300, away(40)),
      certifiedPlant('Away since today', 300, away(2)),
      // Would count as offline, or as silent, if time alone made it so.
      certifiedPlant('Just gone', 300, { status: 'OFFLINE', lastSeenAt: fromNow(-minuteMs) }),
      certifiedPlant('Well', 300),
    ],
  })
  await org.takeClock(page)
  await org.open(page, '/')
  await expect(titles(page)).toHaveText([
    '1 certificate has expired',
    /^1 plant is offline, last seen over 1 day ago$/,
    '1 plant is offline',
  ])
  const before = await rows(page).innerText()
  await org.fault({ path: '/api/v1/', kind: 'error-before', times: 10_000 })
  await page.clock.runFor(20 * minuteMs)
  await button(page, 'Refresh now').click()
  const failure = page.getByText('Couldn’t refresh')
  await expect(async () => {
    await page.clock.runFor(5_000)
    await expect(failure).toBeVisible({ timeout: 500 })
  }).toPass(afterRetries)
  await expect(failure).toHaveCount(1)
  await expect(failure).toContainText(/The oldest data is from \d/)
  expect(await rows(page).innerText()).toBe(before)
  await page.clock.runFor(hourMs)
  expect(await rows(page).innerText()).toBe(before)
  await expect(page.getByText(/^Oldest row read/)).toHaveText(/read\s(?:8\d\smin|1\sh)\sago/)
})

test('a cut broker is one item about the platform, with the platform’s own count', async ({
  page,
  organization,
}) => {
  const connected = Array.from({ length: 12 }, (_, at) => ({
    id: crypto.randomUUID(),
    ...certifiedPlant(`Plant ${at}`, 300),
  }))
  const org = await organization({ rows: [...connected, certifiedPlant('Away', 300, away(40))] })
  await org.takeClock(page)
  await org.open(page, '/')
  await expect(titles(page)).toHaveText('1 plant is offline, last seen over 1 day ago')
  await expect(page.getByText('Searched all 13 plants.')).toBeVisible()
  for (const { id } of connected) {
    await org.changePlant(id, { status: 'OFFLINE', lastSeenAt: fromNow(0) })
  }
  const both = [
    '12 plants lost their connection at once',
    '1 plant is offline, last seen over 1 day ago',
  ]
  // New figures are shown a moment of the page's own time after their answer, and the answer takes real time.
  const showsAfterRefresh = async (offline: number, expected: string[]) => {
    const before = await org.countRequests('GET', /\/plants\?/)
    await button(page, 'Refresh now').click()
    await expect.poll(() => org.countRequests('GET', /\/plants\?/)).toBeGreaterThan(before)
    await expect(async () => {
      await page.clock.runFor(1_000)
      await expect(tileLine(page, 'Connection', 'Offline')).toHaveText(
        new RegExp(`Offline\\D*${offline}(?!\\d)`),
        { timeout: 500 },
      )
      await expect(titles(page)).toHaveText(expected, { timeout: 500 })
    }).toPass(afterRetries)
  }
  await showsAfterRefresh(13, both)
  await expect(rows(page).getByRole('listitem').first()).toContainText(
    'of 12 that were connected. When nearly all plants disconnect at once, the cause is the platform',
  )
  await expect(queue(page).getByText(/Of \d+ offline plants/)).toHaveCount(0)
  // Nor does it become twelve plants that are offline after the delay for a single one.
  await page.clock.runFor(20 * minuteMs)
  await showsAfterRefresh(13, both)
  for (const { id } of connected) await org.changePlant(id, { status: 'ONLINE' })
  await showsAfterRefresh(1, ['1 plant is offline, last seen over 1 day ago'])
})
