import { recordedCommands, sendCommand, sentItems } from '../support/commands'
import { openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'

test('a command that the plant refuses is shown as an error, and one that it ignores as unanswered', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant({ lifecycleStatus: 'PENDING' })
  const org = await organization({ rows })
  await org.connectPlant(id, { ack: 'error' })
  await org.takeClock(page)
  await org.open(page, `/plants/${id}/commands`, 'operator')
  await sendCommand(page, 'HOLD')
  await expect(openDialog(page)).toHaveCount(0)
  await page.clock.runFor(3_000)
  await expect(sentItems(page)).toContainText('Acknowledged with error')
  await expect(sentItems(page)).toContainText('The plant says: BUSY')

  await org.connectPlant(id, { ack: 'never' })
  await sendCommand(page, 'DEFAULT')
  await expect(openDialog(page)).toHaveCount(0)
  const latest = sentItems(page).first()
  await page.clock.runFor(20_000)
  await expect(latest).toContainText(/Sent, waiting 0:[12]\d/)
  await page.clock.runFor(60_000)
  await expect(latest).toContainText('No answer yet')
  expect(await recordedCommands(org, id)).toBe(2)
  await org.disconnectPlant(id)
})

test('an answer that comes late still counts', async ({ page, organization }) => {
  const { id, rows } = onePlant({ lifecycleStatus: 'PENDING' })
  const org = await organization({ rows })
  await org.connectPlant(id, { ackDelayMs: 15_000 })
  await org.takeClock(page)
  await org.open(page, `/plants/${id}/commands`, 'operator')
  await sendCommand(page, 'GET_INFO')
  await expect(openDialog(page)).toHaveCount(0)
  await page.clock.runFor(80_000)
  await expect(sentItems(page)).toContainText('No answer yet')
  await expect
    .poll(async () => (await org.call('GET', `/plants/${id}/commands`)).text(), {
      timeout: 40_000,
    })
    .toContain('"responseStatus":"OK"')
  await page.clock.runFor(20_000)
  await expect(sentItems(page)).toContainText('Acknowledged OK')
  await org.disconnectPlant(id)
})
