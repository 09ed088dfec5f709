// The tables that support staff hand on, each in both formats with the same rows.
import type { Page } from '@playwright/test'
import { openProfile } from '../support/accounts'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'
import { plantTab } from '../support/plant-tabs'
import { csvTable, excelRecords, saveWith } from '../support/saved-files'

/** Saves the page's table twice, and compares the columns, which are the same text in both. */
async function expectSameRows(page: Page, columns: readonly string[]): Promise<void> {
  const { records } = csvTable(await saveWith(page, 'Export CSV'))
  const excel = excelRecords(await saveWith(page, 'Export Excel'))
  const textOf = (row: Record<string, string>) => columns.map((column) => row[column])
  expect(records.length).toBeGreaterThan(0)
  expect(excel.map(textOf)).toEqual(records.map(textOf))
  expect(records.map(textOf).flat()).not.toContain(undefined)
}

test('accounts and a user’s audit log are saved as CSV and Excel', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/accounts')
  await expectSameRows(page, ['Username', 'Role', 'State', 'ID'])
  await openProfile(page, org.users.admin.username)
  await expectSameRows(page, ['Action', 'Operation', 'Access', 'Done by', 'ID of the entry'])
})

test('alerts and the command history are saved as CSV and Excel', async ({
  page,
  organization,
}) => {
  const { id, rows } = onePlant()
  const org = await organization({ rows })
  await org.addAlerts(id, [{ severity: 'CRITICAL', message: 'Měnič "A"' }])
  await org.addCommands(id, [{ command: 'GET_INFO', payload: '{"a":1}', responseStatus: 'OK' }])
  await org.open(page, `/plants/${id}/alerts`)
  await expectSameRows(page, ['Severity', 'Status', 'Message', 'Alert ID'])
  await plantTab(page, 'Commands').click()
  // The alerts, which are saved with buttons of the same names, stay until then.
  await expect(page.getByRole('heading', { name: 'Compose and send' })).toBeVisible()
  await expectSameRows(page, ['Command', 'Payload', 'Response status', 'ID of the record'])
})
