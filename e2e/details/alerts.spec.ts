import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { expect, test } from '../support/fixtures'
import { fromNow, minuteMs } from '../support/instants'
import type { Organization } from '../support/organization'
import { untilRefresh } from '../support/refresh'
import { expectNoViolations } from '../support/violations'

const ago = (minutes: number) => fromNow(-minutes * minuteMs)
const rows = (page: Page) => page.getByRole('table', { name: 'Alerts' }).getByRole('row')
const firstCells = (page: Page) =>
  rows(page).evaluateAll((all) =>
    all.slice(1).map((row) => row.querySelectorAll('td')[2]?.textContent),
  )

/** Creates a plant with an alert of every severity and status, including ones the dashboard doesn't know. */
async function troubledPlant(
  make: (options: object) => Promise<Organization>,
): Promise<{ org: Organization; plantId: string }> {
  const plantId = randomUUID()
  const row = { id: plantId, name: 'BESS Chomutov', serialNumber: 'A-1', status: 'ONLINE' }
  const org = await make({ rows: [row] })
  await org.addAlerts(plantId, [
    { severity: 'INFO', message: 'Firmware 2.1 is available', createdAt: ago(2) },
    { severity: 'CRITICAL', message: 'Cell 14 at 71 °C', createdAt: ago(190), type: 'CELL_HOT' },
    {
      severity: 'ERROR',
      status: 'ACKNOWLEDGED',
      message: 'Inverter 2 does not respond',
      createdAt: ago(1500),
      acknowledgedBy: 'nováková',
      acknowledgedAt: ago(60),
    },
    {
      severity: 'WARNING',
      status: 'RESOLVED',
      message: 'Grid voltage above 253 V',
      createdAt: ago(300),
      resolvedAt: ago(210),
    },
    { severity: 'LOUD', status: 'SNOOZED', message: '‮gnp.exe', createdAt: 'yesterday' },
  ])
  return { org, plantId }
}

test('lists unacknowledged alerts first, with who acknowledged the others and how long each has lasted', async ({
  page,
  organization,
}) => {
  const { org, plantId } = await troubledPlant(organization)
  await org.open(page, `/plants/${plantId}`, 'operator')
  await page
    .getByRole('region', { name: 'Problems' })
    .getByRole('link', {
      name: '3 unresolved alerts, 1 of them acknowledged, most severe: Critical',
    })
    .click()
  await expect(page).toHaveURL(new RegExp(`/plants/${plantId}/alerts$`))
  await expect(page).toHaveTitle('Alerts · BESS Chomutov · Plantdeck')
  await expect(page.getByRole('link', { name: 'Alerts 4 open' })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await expect(
    page.getByText(
      /3 unresolved, 1 of them acknowledged, 1 in an unknown state.*· 5 sent by the server · checked/,
    ),
  ).toBeVisible()
  await expect(rows(page)).toHaveCount(6)
  expect(await firstCells(page)).toEqual([
    'Cell 14 at 71 °C',
    'Firmware 2.1 is available',
    '‹U+202E›gnp.exe',
    'Inverter 2 does not respond',
    'Grid voltage above 253 V',
  ])
  await expect(rows(page).nth(1)).toContainText(/Critical\s*Active.*CELL_HOT3.h ago3.h so far/)
  await expect(rows(page).nth(3)).toContainText(/LOUD\s*SNOOZED.*yesterdayunknown/)
  await expect(rows(page).nth(4)).toContainText(/25.h.*nováková 1.h agonot yet/)
  await expect(rows(page).nth(5)).toContainText(/5.h ago1.h.*not yet3.h ago/)
})

test('keeps filters and sort order in the URL, through a reload and Back', async ({
  page,
  organization,
}) => {
  const { org, plantId } = await troubledPlant(organization)
  await org.open(page, `/plants/${plantId}/alerts`)
  await page.getByLabel('Severity').selectOption('LOUD (1)')
  await expect(rows(page)).toHaveCount(2)
  await expect(page).toHaveURL(/severity=LOUD/)
  await page.getByLabel('Status').selectOption('Resolved (1)')
  await expect(page.getByText('No alerts match the filter')).toBeVisible()
  await page.goBack()
  await expect(rows(page)).toHaveCount(2)
  await page.reload()
  await expect(page.getByLabel('Severity')).toHaveValue('LOUD')
  await expect(rows(page)).toHaveCount(2)
  await page.getByLabel('Severity').selectOption('')
  const created = page.getByRole('columnheader', { name: 'Created' })
  await created.getByRole('button').click()
  await expect(created).toHaveAttribute('aria-sort', 'descending')
  expect((await firstCells(page))[0]).toBe('Firmware 2.1 is available')
  await created.getByRole('button').click()
  await expect(created).toHaveAttribute('aria-sort', 'ascending')
  expect((await firstCells(page)).at(-1)).toBe('Firmware 2.1 is available')
  await created.getByRole('button').click()
  await expect(created).toHaveAttribute('aria-sort', 'none')
  await page.goto(`/plants/${plantId}/alerts?severity=QUIET&sort=magic&order=up`)
  await expect(page.getByText('No alerts match the filter')).toBeVisible()
  await page.getByRole('button', { name: 'Show all alerts' }).click()
  await expect(rows(page)).toHaveCount(6)
})

test('distinguishes a plant without alerts from a response without the list of alerts', async ({
  page,
  organization,
}) => {
  const plantId = randomUUID()
  const row = { id: plantId, name: 'FVE Zlín', serialNumber: 'A-2' }
  const org = await organization({ rows: [row] })
  await org.open(page, `/plants/${plantId}/alerts`)
  await expect(page.getByText(/The server lists none.*Checked \d{4}-/)).toBeVisible()
  const { alerts: _, ...without } = await org.read<Record<string, unknown>>(`/plants/${plantId}`)
  await org.fault({ path: `/plants/${plantId}$`, kind: 'response', body: without, times: 9 })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText('The server sent no alerts with this plant')).toBeVisible()
})

test('shows an alert raised by a live plant without a reload', async ({ page, organization }) => {
  const plantId = randomUUID()
  const row = { id: plantId, name: 'FVE Zlín', serialNumber: 'A-3' }
  const org = await organization({ rows: [row] })
  await org.takeClock(page)
  await org.open(page, `/plants/${plantId}/alerts`)
  await expect(page.getByText('No alerts', { exact: true })).toBeVisible()
  await org.connectPlant(plantId, { state: 'degraded' })
  await untilRefresh(page)
  await expect(rows(page).nth(1)).toContainText('PLANT_DEGRADED')
  await org.disconnectPlant(plantId)
})

test('has no accessibility violations in either theme', async ({ page, organization }) => {
  const { org, plantId } = await troubledPlant(organization)
  await org.open(page, `/plants/${plantId}/alerts`)
  await expect(rows(page)).toHaveCount(6)
  await expectNoViolations(page, 'alerts')
})

test('counts an acknowledged alert as unresolved until it is resolved', async ({
  page,
  organization,
}) => {
  const plantId = randomUUID()
  const org = await organization({ rows: [{ id: plantId, name: 'BESS Chomutov' }] })
  const past = { severity: 'CRITICAL', message: 'Cell 14 is hot', createdAt: ago(90) }
  await org.addAlerts(plantId, [
    { ...past, status: 'ACKNOWLEDGED' },
    { ...past, status: 'RESOLVED', resolvedAt: ago(80) },
  ])
  await org.open(page, `/plants/${plantId}/alerts`)
  await expect(page.getByText('1 unresolved, acknowledged', { exact: true })).toBeVisible()
  await expect(page.getByText('No active alerts')).toHaveCount(0)
  await expect(
    page.getByRole('link', { name: '1 unresolved alert, acknowledged: Critical' }),
  ).toBeVisible()
})
