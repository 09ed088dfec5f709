import { sendCommand, sentItems } from '../support/commands'
import { button, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'
import { overviewPanel } from '../support/overview'

test('a history that can’t be read leaves it open whether a plant answered', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 403/)
  const { id, rows } = onePlant({ status: 'ONLINE', lastSeenAt: new Date().toISOString() })
  const org = await organization({ rows })
  await org.takeClock(page)
  await org.open(page, `/plants/${id}/commands`, 'operator')
  await sendCommand(page, 'GET_INFO')
  await expect(openDialog(page)).toHaveCount(0)
  await expect(sentItems(page)).toHaveCount(1)
  const history = { path: `/plants/${id}/commands`, method: 'GET' }
  const allow = await org.fault({ ...history, kind: 'error-before', status: 403, times: 100 })
  await page.getByRole('link', { name: 'Overview', exact: true }).first().click()
  const queue = overviewPanel(page, 'Needs attention')
  // The clock would otherwise end the time for loading the page's code.
  await expect(queue).toBeVisible()
  await page.clock.runFor(130_000)
  await expect(queue).toContainText(
    'Whether 1 plant answered this browser’s commands isn’t known from what was read.',
  )
  await expect(queue).not.toContainText('hasn’t answered')

  await allow()
  await button(page, 'Refresh now').click()
  await expect(queue).toContainText('1 plant hasn’t answered a command from this browser')
  await expect(queue).not.toContainText('isn’t known from what was read')
})
