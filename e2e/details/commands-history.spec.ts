import {
  commandField,
  openCommands,
  payloadField,
  recordedCommands,
  reviewCommand,
  sendCommand,
  sentItems,
} from '../support/commands'
import { button, openDialog } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { minuteMs, fromNow } from '../support/instants'
import { csvLines, saveWith } from '../support/saved-files'
import { expectNoViolations } from '../support/violations'

const history = [
  {
    command: 'GET_INFO',
    response: '{"st":"OK","data":{"firmware":"3.8.0","soc":50}}',
    responseStatus: 'OK',
    sentAt: fromNow(-30 * minuteMs),
    ackedAt: fromNow(-30 * minuteMs + 1_500),
    createdAt: fromNow(-30 * minuteMs),
  },
  {
    command: 'GET_INFO',
    response: '{"st":"OK","data":{"firmware":"3.9.0","soc":50}}',
    responseStatus: 'OK',
    sentAt: fromNow(-20 * minuteMs),
    ackedAt: fromNow(-20 * minuteMs + 500),
    createdAt: fromNow(-20 * minuteMs),
  },
  {
    command: 'CHARGE',
    payload: '{ "powerKw": 1.0 }',
    response: '{"st":"ERROR","err":"BUSY"}',
    responseStatus: 'ERROR',
    sentAt: fromNow(-10 * minuteMs),
    ackedAt: fromNow(-10 * minuteMs + 700),
    createdAt: fromNow(-10 * minuteMs),
  },
  { command: 'HOLD', sentAt: fromNow(-5 * minuteMs), createdAt: fromNow(-5 * minuteMs) },
]

test('the history shows every command with its answer, filters what is loaded, and compares responses', async ({
  page,
  organization,
}) => {
  const { id, org } = await openCommands({ page, organization })
  await org.addCommands(id, history)
  await button(page, 'Refresh now').click()
  const row = (name: RegExp) => page.getByRole('row', { name })
  await expect(row(/CHARGE/)).toContainText('Acknowledged with error')
  await expect(row(/CHARGE/)).toContainText('0.7 s')
  await expect(row(/HOLD/)).toContainText('No answer yet')
  await expect(row(/HOLD/)).toContainText('Not stated')

  const topOf = (text: string) =>
    row(/CHARGE/)
      .getByText(text, { exact: true })
      .evaluate((element) => {
        const range = new Range()
        range.selectNodeContents(element)
        return range.getBoundingClientRect().top
      })
  const top = await topOf('Not stated')
  for (const text of ['CHARGE', 'Acknowledged with error']) {
    expect(Math.abs((await topOf(text)) - top)).toBeLessThan(0.6)
  }

  await row(/GET_INFO/)
    .first()
    .getByRole('button', { name: /GET_INFO/ })
    .first()
    .click()
  await expect(page.getByRole('row', { name: /data.*firmware/ })).toContainText(/3\.8\.0.*3\.9\.0/)

  await row(/CHARGE/)
    .getByRole('button', { name: 'CHARGE, details' })
    .click()
  await expect(
    page.getByText('no earlier response to the same command on this page of the history'),
  ).toBeVisible()

  await page.getByLabel('Filter by command').fill('get')
  await expect(row(/CHARGE/)).toHaveCount(0)
  await expect(page).toHaveURL(/get/)
  await page.reload()
  await expect(row(/GET_INFO/).first()).toBeVisible()
  await expect(row(/CHARGE/)).toHaveCount(0)
})

test('edits a recorded command and sends it again, which marks it as this browser’s', async ({
  page,
  organization,
}) => {
  const { id, org } = await openCommands({ page, organization })
  await org.addCommands(id, history)
  await button(page, 'Refresh now').click()
  await button(page, 'Edit and send CHARGE again').click()
  await expect(commandField(page)).toHaveValue('CHARGE')
  await expect(commandField(page)).toBeFocused()
  await expect(payloadField(page)).toHaveValue('{ "powerKw": 1.0 }')
  await expect(page.getByText('The history names no target for this command.')).toBeVisible()
  await payloadField(page).fill('{ "powerKw": 2.0 }')
  await button(page, 'Send command').click()
  await expect(openDialog(page)).toContainText('{"command":"CHARGE","payload":{ "powerKw": 2.0 }}')
  await button(page, 'Send CHARGE').click()
  await expect(sentItems(page)).toHaveCount(1)
  await expect(page.getByRole('row', { name: /CHARGE.*2/ })).toContainText('This browser')
  expect(await recordedCommands(org, id)).toBe(5)
})

test('exports the loaded commands with their payloads as sent', async ({ page, organization }) => {
  const { id, org } = await openCommands({ page, organization })
  await org.addCommands(id, history)
  await button(page, 'Refresh now').click()
  await expect(page.getByRole('row', { name: /HOLD/ })).toBeVisible()
  const lines = csvLines(await saveWith(page, 'Export CSV'))
  const charge = lines.find((line) => line.includes('CHARGE')) ?? ''
  expect(charge).toContain('"{ ""powerKw"": 1.0 }"')
  expect(charge).toContain('Acknowledged with error')
  expect(lines.filter((line) => line.includes('GET_INFO'))).toHaveLength(2)
})

test('two tabs of one user know each other’s commands at once', async ({
  page,
  context,
  organization,
}) => {
  const { id } = await openCommands({ page, organization })
  const other = await context.newPage()
  await other.goto(`/plants/${id}/commands`)
  await expect(commandField(other)).toBeVisible()
  await sendCommand(page, 'HOLD')
  await expect(sentItems(page)).toHaveCount(1)
  await expect(sentItems(other)).toHaveCount(1)
  await reviewCommand(other, 'HOLD')
  await expect(openDialog(other)).toContainText('The same command was recorded')
  await expect(openDialog(other)).not.toContainText('not from this browser')
})

test('a refused command of one tab is a refused one in the other', async ({
  page,
  context,
  organization,
  provokes,
}) => {
  provokes(/status of 400/)
  const { id } = await openCommands({ page, organization })
  const other = await context.newPage()
  await other.goto(`/plants/${id}/commands`)
  await expect(commandField(other)).toBeVisible()
  await sendCommand(page, 'EXPLODE')
  await button(page, 'Close').last().click()
  await expect(sentItems(other)).toContainText('Refused')
  await expect(sentItems(page)).toContainText('Refused')
})

for (const width of ['', ' @phone']) {
  test(`axe finds no violations in the commands, their confirmation and an open row${width}`, async ({
    page,
    organization,
  }) => {
    const { id, org } = await openCommands(
      { page, organization },
      { plant: { status: 'OFFLINE', lastSeenAt: fromNow(-20 * minuteMs) } },
    )
    await expectNoViolations(page, 'commands without a history')
    await org.addCommands(id, history)
    await button(page, 'Refresh now').click()
    const charge = page.getByRole('row', { name: /CHARGE/ })
    await charge.getByRole('button').first().click()
    await expect(page.getByText('BUSY')).toBeVisible()
    await expectNoViolations(page, 'commands with an open row')
    await commandField(page).fill('')
    await commandField(page).press('ArrowDown')
    await expect(page.getByRole('option').first()).toBeVisible()
    await expectNoViolations(page, 'suggested commands')
    await commandField(page).press('Escape')
    await payloadField(page).fill('{ "a" 1 }')
    await button(page, 'Send command').click()
    await expectNoViolations(page, 'a command with mistakes')
    await reviewCommand(page, 'HOLD', '{"a": [1, "b", true]}')
    await expect(openDialog(page)).toContainText('The plant is offline')
    await expectNoViolations(page, 'confirmation of a command')
    await button(page, 'Send HOLD').click()
    await expect(sentItems(page)).toHaveCount(1)
    await expectNoViolations(page, 'a sent command')
  })
}
