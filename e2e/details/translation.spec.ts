import { randomUUID } from 'node:crypto'
import { expect, test } from '../support/fixtures'
import { untilRefresh } from '../support/refresh'
import { translate } from '../support/translator'

test.use({ isFleetListHeld: true })

test('a translated page updates when a plant changes', async ({ page, organization }) => {
  const id = randomUUID()
  const plant = { name: 'FVE Zlín', serialNumber: 'T-1', status: 'ONLINE', lastSeenAt: null }
  const other = { id: randomUUID(), name: 'FVE Brno', serialNumber: 'T-2' }
  const org = await organization({ rows: [{ id, ...plant }, other] })
  await org.takeClock(page)
  await org.open(page, '/plants')
  const row = page.getByRole('row', { name: /FVE Zlín/ })
  const list = page.getByRole('main')
  await expect(row).toContainText('Online')
  await expect(list).toContainText('1–2 of 2')
  await translate(page)
  await expect(page.locator('font').first()).toBeVisible()

  await org.changePlant(id, { status: 'OFFLINE' })
  await org.call('DELETE', `/plants/${other.id}`)
  await untilRefresh(page)
  await expect(row).toContainText('Offline')
  await expect(row).not.toContainText('Online')
  await expect(list).toContainText('1–1 of 1')
  await expect(list).not.toContainText('1–2 of 2')

  await row.getByRole('link').click()
  const header = page.getByRole('main')
  await expect(header).toContainText('Never connected')
  await org.changePlant(id, { status: 'ONLINE', lastSeenAt: new Date().toISOString() })
  await org.addAlerts(id, [{ message: 'Inverter too hot', status: 'ACTIVE' }])
  await untilRefresh(page)
  await expect(header).toContainText('Online')
  await expect(header).not.toContainText(/Offline|Never connected/)
  await expect(header).toContainText('Last seen')
  await expect(page.getByRole('link', { name: 'Alerts 1 open' })).toBeVisible()
  await page.getByRole('link', { name: 'Alerts 1 open' }).click()
  await expect(header).toContainText('1 unresolved')
  await org.addAlerts(id, [{ message: 'Fan stands still', status: 'ACTIVE' }])
  await untilRefresh(page)
  await expect(header).toContainText('2 unresolved')
  await expect(header).not.toContainText('1 unresolved')
})

test('states, data and times are not translated', async ({ page, organization }) => {
  const id = randomUUID()
  const plant = { name: 'Black Forest', serialNumber: 'T-1', status: 'ONLINE' }
  const org = await organization({ rows: [{ id, ...plant, lastSeenAt: new Date().toISOString() }] })
  await org.open(page, `/plants/${id}`)
  await expect(page.getByRole('main')).toContainText('Last seen')
  await translate(page)
  await expect(page.locator('font', { hasText: 'Last seen' }).first()).toBeVisible()
  for (const text of ['Black Forest', 'T-1', 'Online', 'ago']) {
    await expect(page.getByRole('main').getByText(text).first()).toBeVisible()
    await expect(page.locator('font').filter({ hasText: text })).toHaveCount(0)
  }
})
