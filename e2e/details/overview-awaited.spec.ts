import type { Page } from '@playwright/test'
import { sendCommand, sentItems } from '../support/commands'
import { openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'
import { overviewPanel } from '../support/overview'
import { expectNoViolations } from '../support/violations'

const unanswered = '1 plant hasn’t answered a command from this browser'

const queue = (page: Page) => overviewPanel(page, 'Needs attention')
const item = (page: Page) => queue(page).getByRole('listitem').filter({ hasText: unanswered })
const toOverview = (page: Page) =>
  page.getByRole('link', { name: 'Overview', exact: true }).first().click()

test('a command without an answer needs attention until the plant answers it', async ({
  page,
  organization,
}) => {
  test.slow()
  const { id, rows } = onePlant({ lifecycleStatus: 'PENDING' })
  const org = await organization({ rows })
  await org.connectPlant(id, { ackDelayMs: 30_000 })
  await org.takeClock(page)
  await org.open(page, `/plants/${id}/commands`, 'operator')
  await sendCommand(page, 'GET_INFO')
  await expect(openDialog(page)).toHaveCount(0)
  await expect(sentItems(page)).toHaveCount(1)
  await toOverview(page)
  await expect(queue(page)).toContainText('Nothing needs attention, in 1 plant read.')

  await page.clock.runFor(80_000)
  await expect(item(page)).toContainText('BESS Chomutov')
  await expectNoViolations(page, 'a command without an answer', queue(page))
  await item(page).getByRole('link', { name: 'Show the oldest command' }).click()
  await expect(page).toHaveURL(new RegExp(`/plants/${id}/commands$`))
  await expect(sentItems(page)).toContainText('No answer yet')

  await toOverview(page)
  await expect(item(page)).toHaveCount(1)
  await expect
    .poll(async () => (await org.call('GET', `/plants/${id}/commands`)).text(), { timeout: 60_000 })
    .toContain('"responseStatus":"OK"')
  await page.clock.runFor(70_000)
  await expect(item(page)).toHaveCount(0)
  const readings = () => org.countRequests('GET', new RegExp(`/plants/${id}/commands`))
  const before = await readings()
  await page.clock.runFor(130_000)
  expect(await readings()).toBe(before)
  await org.disconnectPlant(id)
})
