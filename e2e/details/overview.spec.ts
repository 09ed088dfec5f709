import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { expect, test } from '../support/fixtures'
import { plantLinks } from '../support/fleet-list'
import { dayMs, fromNow, hourMs } from '../support/instants'
import { keptReadings } from '../support/kept-readings'
import { expectNoViolations } from '../support/violations'

const attention = (page: Page) => page.getByRole('region', { name: 'Needs attention' })
const items = (page: Page) => attention(page).getByRole('heading', { level: 3 })
const changes = (page: Page) => page.getByRole('region', { name: 'Since your last visit' })

function plant(number: number, given: Record<string, unknown> = {}) {
  const state = { status: 'ONLINE', lifecycleStatus: 'ACTIVE', lastSeenAt: fromNow(0) }
  return {
    id: randomUUID(),
    name: `Plant ${number}`,
    serialNumber: `S-${number}`,
    ...state,
    ...given,
  }
}

const troubled = () => [
  plant(1, { certificateExpiresAt: fromNow(-hourMs) }),
  plant(2, { status: 'OFFLINE', lastSeenAt: fromNow(-3 * dayMs) }),
  plant(3, { status: 'OFFLINE', lastSeenAt: fromNow(-4 * dayMs) }),
  plant(4, { certificateExpiresAt: fromNow(20 * dayMs) }),
  plant(5),
  // Too short to count.
  plant(6, { status: 'OFFLINE', lastSeenAt: fromNow(-60_000) }),
]

for (const width of ['', ' @phone']) {
  test(`ranks what needs attention, with its reason and the next step${width}`, async ({
    page,
    organization,
  }) => {
    const org = await organization({ rows: troubled() })
    await org.open(page, '/')
    await expect(items(page)).toHaveText([
      '1 certificate has expired',
      '2 plants are offline, last seen over 1 day ago',
      /^1 certificate expires in 7 to 30 days$/,
    ])
    await expect(attention(page).getByRole('listitem').first()).toContainText('Act now')
    await expect(page.getByText(/^Searched all 6 plants\. Complete as of/)).toBeVisible()
    await expectNoViolations(page, 'overview')
    await attention(page)
      .getByRole('link', { name: /Show the plants?$/ })
      .click()
    await expect(page).toHaveURL(/\/plants\?q=/)
    await expect(plantLinks(page)).toHaveText(['Plant 3', 'Plant 2'])
  })
}

test('leaves out what is snoozed, says why, and shows it again on request', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: troubled() })
  await org.open(page, '/')
  await attention(page).getByRole('button', { name: 'Snooze: 2 plants are offline' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Snooze' }).click()
  await expect(dialog.getByText('Say why it can wait.')).toBeVisible()
  await dialog.getByLabel('Reason').fill('Grid works until Friday')
  await dialog.getByLabel('For').selectOption('3 days')
  await expectNoViolations(page, 'snooze dialog')
  await dialog.getByRole('button', { name: 'Snooze' }).click()
  await expect(items(page)).toHaveCount(2)
  const snoozed = attention(page)
    .getByText('1 item snoozed on this device')
    .filter({ visible: true })
  await page.goto('/?display=wall')
  await expect(items(page)).toHaveCount(2)
  await expect(snoozed).toBeVisible()
  await page.goto('/')
  await expect(items(page)).toHaveCount(2)
  await snoozed.click()
  await expect(attention(page)).toContainText('Grid works until Friday')
  await attention(page)
    .getByRole('button', { name: /^Show again/ })
    .click()
  await expect(items(page)).toHaveCount(3)
})

test('ends a snooze when the item gets worse', async ({ page, organization }) => {
  const rows = troubled()
  const org = await organization({ rows })
  await org.open(page, '/')
  await attention(page).getByRole('button', { name: 'Snooze: 2 plants are offline' }).click()
  await page.getByRole('dialog').getByLabel('Reason').fill('Known')
  await page.getByRole('dialog').getByRole('button', { name: 'Snooze' }).click()
  await expect(items(page)).toHaveCount(2)
  await org.changePlant(rows[4]?.id ?? '', { status: 'OFFLINE', lastSeenAt: fromNow(-2 * dayMs) })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(items(page).nth(1)).toHaveText('3 plants are offline, last seen over 1 day ago')
})

test('says what changed since the last visit, and what the plants share', async ({
  page,
  organization,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const rows = Array.from({ length: 30 }, (_, at) =>
    plant(at, { metadata: { isp: at < 10 ? 'Net' : 'Tel' } }),
  )
  const org = await organization({ rows })
  await org.takeClock(page)
  await org.open(page, '/')
  await expect(changes(page).getByText('There is no earlier reading')).toBeVisible()
  await expect.poll(() => keptReadings(page)).toBeGreaterThan(0)
  const gone = rows.slice(0, 9)
  await Promise.all(gone.map(({ id }) => org.changePlant(id, { status: 'OFFLINE' })))
  await page.clock.fastForward(3 * hourMs)
  await page.reload()
  await changes(page).getByText('9 plants went offline').click()
  await expect(changes(page).getByRole('link', { name: 'Plant 0' })).toBeVisible()
  await expect(
    changes(page).getByText(
      '9 of 9 newly offline plants share meta.isp = Net; 33 % of the compared plants do.',
    ),
  ).toBeVisible()
  await expectNoViolations(page, 'changes')
  await changes(page).getByRole('button', { name: 'Copy as Markdown' }).click()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain('### 9 plants went offline\n\n- `Plant 0` (`S-0`): Online → Offline')
  // A later reading leaves open what is being read.
  await org.changePlant(rows[9]?.id ?? '', { status: 'OFFLINE' })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(changes(page).getByText('10 plants went offline')).toBeVisible()
  await expect(changes(page).getByRole('link', { name: 'Plant 0' })).toBeVisible()
  await changes(page).getByRole('link', { name: 'Show the plants that share it' }).click()
  await expect(plantLinks(page)).toHaveCount(10)
})
