import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { hourMs, fromNow } from '../support/instants'
import type { Organization } from '../support/organization'
import { expectNoViolations } from '../support/violations'

const alertsPanel = (page: Page) => page.getByRole('region', { name: 'Fleet alerts' })
const energyPanel = (page: Page) => page.getByRole('region', { name: 'Today’s energy' })
const listIn = (page: Page, name: string) =>
  page.getByRole('region', { name }).getByRole('listitem')
/** Plants are read one by one, which takes a while on a busy machine. */
const allRead = { timeout: 30_000 }
const detailOf = (id: string) => ({ path: `/api/v1/plants/${id}$`, method: 'GET' })

/** Makes a plant that is online, with a number in its name. */
function plant(number: number, given: Record<string, unknown> = {}) {
  const id = randomUUID()
  const state = { status: 'ONLINE', lifecycleStatus: 'ACTIVE', lastSeenAt: fromNow(0) }
  return { id, name: `Plant ${number}`, serialNumber: `S-${number}`, ...state, ...given }
}
const plants = (count: number) => Array.from({ length: count }, (_, at) => plant(at + 1))

/** Answers a plant's energy; a total that is left out is null. */
function giveEnergy(org: Organization, id: string, totals: Record<string, unknown>) {
  const date = new Date().toISOString().slice(0, 10)
  const body = { date, produced: null, imported: null, exported: null, ...totals }
  const path = `/plants/${id}/energy/today$`
  return org.fault({ path, method: 'GET', kind: 'response', body, times: 100 })
}

for (const width of ['', ' @phone']) {
  test(`groups unresolved alerts by type and plant, the most severe first${width}`, async ({
    page,
    organization,
  }) => {
    const rows = plants(3)
    const [one, two, three] = rows.map(({ id }) => id) as [string, string, string]
    const org = await organization({ rows })
    await org.addAlerts(one, [
      { severity: 'WARNING', type: 'GRID_HIGH' },
      { severity: 'WARNING', type: 'GRID_HIGH', status: 'RESOLVED' },
    ])
    await org.addAlerts(two, [
      { severity: 'CRITICAL', type: 'CELL_HOT' },
      { severity: 'WARNING', type: 'GRID_HIGH', status: 'ACKNOWLEDGED' },
      { severity: 'LOUD', type: 'GRID_HIGH', status: 'SNOOZED' },
    ])
    await org.open(page, '/')
    const panel = alertsPanel(page)
    await expect(panel.getByText(/^Alerts known for 3 of 3 plants, oldest reading/)).toBeVisible(
      allRead,
    )
    await expect(
      panel.getByText('4 unresolved alerts, 1 acknowledged, 1 in an unknown state, on 2 plants'),
    ).toBeVisible()
    await expect(listIn(page, 'By type')).toHaveText([
      /Critical.*CELL_HOT.*1 alert, 1 plant/,
      /Warning.*GRID_HIGH.*2 alerts, 1 acknowledged, 2 plants/,
      /LOUD.*GRID_HIGH.*1 alert, in an unknown state, 1 plant/,
    ])
    await expect(listIn(page, 'By plant')).toHaveText([
      /Critical.*Plant 2.*3 alerts/,
      /Warning.*Plant 1.*1 alert/,
    ])
    await expectNoViolations(page, 'alerts of the fleet', panel)
    await panel.getByRole('link', { name: 'Plant 2' }).click()
    await expect(page).toHaveURL(new RegExp(`/plants/${two}/alerts$`))
    expect(await org.countRequests('GET', new RegExp(`/plants/${three}$`))).toBe(1)
  })
}

test('says that there are no alerts only when every plant was read', async ({
  page,
  organization,
}) => {
  const rows = plants(3)
  const org = await organization({ rows })
  const release = await org.hold(detailOf(rows[0]?.id ?? ''))
  await org.open(page, '/')
  const panel = alertsPanel(page)
  await expect(panel.getByText(/^Alerts known for 2 of 3 plants/)).toBeVisible(allRead)
  await expect(panel.getByText('Still to read: 1 plant, one request each.')).toBeVisible()
  await expect(panel.getByText(/^None found so far/)).toBeVisible()
  await expect(panel.getByText(/^No unresolved alerts/)).toHaveCount(0)
  await release()
  await expect(panel.getByText('No unresolved alerts on the 3 plants read')).toBeVisible(allRead)
  await expect(panel.getByText(/^Still to read/)).toHaveCount(0)
})

test('counts what it could not read, and never takes it for no alerts', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 403/)
  const rows = plants(4)
  const [refused, unlisted, partly] = rows
  const org = await organization({ rows })
  const { path, method } = detailOf(refused?.id ?? '')
  const allow = await org.fault({ path, method, kind: 'error-before', status: 403, times: 100 })
  await org.fault({
    ...detailOf(unlisted?.id ?? ''),
    kind: 'response',
    body: { ...unlisted, alerts: null },
    times: 100,
  })
  await org.fault({
    ...detailOf(partly?.id ?? ''),
    kind: 'response',
    body: { ...partly, alerts: ['broken', 'too'] },
    times: 100,
  })
  await org.open(page, '/')
  const panel = alertsPanel(page)
  await expect(panel.getByText(/^Alerts known for 2 of 4 plants/)).toBeVisible(allRead)
  await expect(panel.getByText('1 plant couldn’t be read.')).toBeVisible()
  await expect(panel.getByText('2 alerts couldn’t be read and may be unresolved.')).toBeVisible()
  await expect(panel.getByText('The server sent no list of alerts with 1 plant.')).toBeVisible()
  await expect(panel.getByText(/^No unresolved alerts/)).toHaveCount(0)
  await allow()
  await panel.getByRole('button', { name: 'Try again' }).click()
  await expect(panel.getByText(/^Alerts known for 3 of 4 plants/)).toBeVisible(allRead)
  await expect(panel.getByText(/^No unresolved alerts/)).toHaveCount(0)
})

test('reads plants in trouble first, and nothing once the page is left', async ({
  page,
  organization,
}) => {
  const offline = plant(9, { status: 'OFFLINE', lastSeenAt: fromNow(-30 * hourMs) })
  const rows = [...plants(8), offline]
  const org = await organization({ rows })
  const release = await org.hold({ path: '/api/v1/plants/[0-9a-f-]{36}$', method: 'GET' })
  await org.open(page, '/')
  const asked = () => org.requests('GET', /\/plants\/[0-9a-f-]{36}$/)
  await expect.poll(async () => (await asked()).length).toBeGreaterThan(0)
  expect((await asked())[0]?.path).toContain(offline.id)
  await page.getByRole('link', { name: 'Plants', exact: true }).click()
  await release()
  await expect(page.getByRole('table')).toBeVisible()
  const before = (await asked()).length
  expect(before).toBeLessThan(rows.length)
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText('Plant 1', { exact: true })).toBeVisible()
  expect(await asked()).toHaveLength(before)
})

test('shows why nothing could be read, and reads on when asked', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 503/)
  const org = await organization({ rows: plants(5) })
  await org.fault({
    path: '/api/v1/plants/[^/]+(/energy/today)?$',
    method: 'GET',
    kind: 'response',
    status: 503,
    headers: { 'retry-after': '0' },
    body: { code: 'DOWN', message: 'maintenance' },
    times: 1_000,
  })
  await org.open(page, '/')
  for (const panel of [alertsPanel(page), energyPanel(page)]) {
    await expect(panel.getByRole('alert')).toContainText('Couldn’t read any plant', allRead)
  }
  await expectNoViolations(page, 'panels that failed', page.getByRole('main'))
  await org.clearFaults()
  await alertsPanel(page).getByRole('button', { name: 'Try again' }).click()
  await expect(alertsPanel(page).getByText(/^Alerts known for 5 of 5 plants/)).toBeVisible(allRead)
  await expect(energyPanel(page).getByRole('alert')).toHaveCount(0)
})

test('reads nothing in an organization without plants', async ({ page, organization }) => {
  const org = await organization({ rows: [] })
  await org.open(page, '/')
  await expect(page.getByText(/^There are no plants yet/)).toBeVisible()
  for (const panel of [alertsPanel(page), energyPanel(page)]) await expect(panel).toHaveCount(0)
})

for (const width of ['', ' @phone']) {
  test(`adds up today’s energy where it is known, and finds the lowest yields${width}`, async ({
    page,
    organization,
  }) => {
    const rows = [
      ...Array.from({ length: 7 }, (_, at) => plant(at + 1, { fvePeakPowerKwp: 10 })),
      plant(8, { fvePeakPowerKwp: null }),
      plant(9, { lastSeenAt: fromNow(-50 * hourMs), fvePeakPowerKwp: 10 }),
    ]
    const org = await organization({ rows })
    const ids = rows.map(({ id }) => id)
    for (const [at, id] of ids.entries()) {
      if (at < 5) await giveEnergy(org, id, { produced: 40, imported: 1.5 })
    }
    await giveEnergy(org, ids[5] ?? '', { produced: 10, imported: 0 })
    await giveEnergy(org, ids[6] ?? '', { produced: 30 })
    await giveEnergy(org, ids[7] ?? '', {})
    await giveEnergy(org, ids[8] ?? '', { produced: 0, imported: 0, exported: 0 })
    await org.open(page, '/')
    const panel = energyPanel(page)
    await expect(panel.getByText(/^Energy known for 7 of 9 plants, oldest reading/)).toBeVisible(
      allRead,
    )
    await expect(panel.getByText(/^UTC day \d{4}-\d\d-\d\d$/)).toBeVisible()
    await expect(fact(page, 'Produced').first()).toHaveText(
      '240 kWh7 of 9 plants report production',
    )
    await expect(fact(page, 'Imported').first()).toHaveText('7.5 kWh6 of 9 plants report imports')
    await expect(fact(page, 'Exported').first()).toHaveText(
      'No valueNone of the plants read reports exports. That isn’t 0.',
    )
    await expect(
      panel.getByText(
        'Not in the sums: 1 plant without a report today and 1 plant without any value.',
      ),
    ).toBeVisible()
    await expect(panel.getByText(/^7 plants with a peak power.*4 kWh per kWp/)).toBeVisible()
    await expect(listIn(page, 'Furthest below their peers')).toHaveText([
      /^Plant 6.?75.%.below, 1 kWh per kWp$/,
    ])
    await expectNoViolations(page, 'energy of today', panel)
    await panel.getByRole('link', { name: 'Plant 6' }).click()
    await expect(page).toHaveURL(new RegExp(`/plants/${ids[5]}/energy$`))
  })
}

test('compares no yields of too few plants', async ({ page, organization }) => {
  const rows = [1, 2].map((number) => plant(number, { fvePeakPowerKwp: 10 }))
  const org = await organization({ rows })
  for (const { id } of rows) await giveEnergy(org, id, { produced: 40 })
  await org.open(page, '/')
  await expect(
    energyPanel(page).getByText(/^A comparison needs 5 plants.* there are 2\.$/),
  ).toBeVisible(allRead)
})
