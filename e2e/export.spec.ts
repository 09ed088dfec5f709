import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { PlantDay, energyDay, recorded } from './support/energy-day'
import { expect, test } from './support/fixtures'
import type { NewOrganization } from './support/organization'
import { csvLines, saveWith, sheetsOf } from './support/saved-files'
import { expectNoViolations } from './support/violations'

const createdAt = '2026-03-04T05:06:07.000Z'
/** 2026-03-04 05:06:07 as Excel counts days. */
const createdDay = 46_085 + (5 * 3600 + 6 * 60 + 7) / 86_400

async function openAlerts(page: Page, make: NewOrganization, query = '') {
  const id = randomUUID()
  const row = { id, name: '=HYPERLINK("http://x")', serialNumber: 'A/1', status: 'ONLINE' }
  const org = await make({ rows: [row] })
  await org.addAlerts(id, [
    { severity: 'CRITICAL', message: '=1+1\nsecond line', createdAt, type: '-2' },
    { severity: 'WARNING', status: 'RESOLVED', message: 'Žlutý, "kůň"', createdAt },
    { severity: 'INFO', message: '', createdAt: 'yesterday' },
  ])
  await org.open(page, `/plants/${id}/alerts${query}`)
  await expect(page.getByRole('table', { name: 'Alerts' })).toBeVisible()
}

test('exports the shown alerts with the filter in words, and no formulas', async ({
  page,
  organization,
}) => {
  await openAlerts(page, organization, '?severity=CRITICAL')
  const csv = await saveWith(page, 'Export CSV')
  expect(csv.name).toMatch(/^alerts-HYPERLINK-http-x-\d{4}-\d\d-\d\d\.csv$/)
  const lines = csvLines(csv)
  expect(lines[0]).toBe(`Plant,"'=HYPERLINK(""http://x"")"`)
  expect(lines.slice(2, 4)).toEqual(['Filter,Severity: Critical', 'Rows,1 of 3 alerts'])
  expect(lines[4]).toMatch(/^Data as of,\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/)
  expect(lines[7]).toMatch(/^Severity,Status,Message,Type,Created \(UTC\),Active for \(s\),/)
  expect(lines[8]).toMatch(`Critical,Active,"'=1+1\nsecond line",-2,${createdAt},`)
  expect(lines).toHaveLength(9)

  const excel = await saveWith(page, 'Export Excel')
  expect(excel.name).toMatch(/^alerts-HYPERLINK-http-x-\d{4}-\d\d-\d\d\.xlsx$/)
  const { Alerts: rows = [], About: about } = sheetsOf(excel)
  expect(rows[0]).toHaveLength(10)
  expect(rows[1]?.slice(0, 4)).toEqual(['Critical', 'Active', '=1+1\nsecond line', '-2'])
  expect(rows[1]?.[4]).toBeCloseTo(createdDay, 6)
  expect(rows).toHaveLength(2)
  expect(about?.[0]).toEqual(['Plant', '=HYPERLINK("http://x")'])
})

test('exports all alerts without a filter, with unknown values apart from missing ones', async ({
  page,
  organization,
}) => {
  await openAlerts(page, organization)
  const lines = csvLines(await saveWith(page, 'Export CSV'))
  expect(lines.slice(2, 4)).toEqual(['Filter,None', 'Rows,3 of 3 alerts'])
  const [critical, info, warning] = lines.slice(8)
  expect(critical).toContain('Critical,Active')
  expect(info).toMatch(/^Info,Active,,[^,]*,yesterday,unknown,,,,/)
  expect(warning).toMatch(/^Warning,Resolved,"Žlutý, ""kůň""",.*,at an unknown time,[\w-]+$/)
  await expectNoViolations(page, 'alerts with export buttons')
})

test('writes the file in a background worker', async ({ page, organization }) => {
  await openAlerts(page, organization)
  const starting = page.waitForEvent('worker')
  await saveWith(page, 'Export Excel')
  expect((await starting).url()).toMatch(/\/assets\/table-worker-[\w-]+\.js$/)
  await expect.poll(() => page.workers()).toEqual([])
})

test('writes the file on the page when the worker can’t be loaded', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/table-worker|ERR_FAILED/)
  await page.route(/table-worker/, (route) => route.abort())
  await openAlerts(page, organization)
  const { Alerts: rows } = sheetsOf(await saveWith(page, 'Export Excel'))
  expect(rows).toHaveLength(4)
})

test('shows the progress of a slow export, and stops it on Cancel', async ({
  page,
  organization,
}) => {
  let isHeld = true
  let files = 0
  page.on('download', () => (files += 1))
  await page.route(/table-worker/, (route) => (isHeld ? undefined : route.continue()))
  await openAlerts(page, organization)
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await expect(page.getByRole('progressbar', { name: 'CSV export' })).toBeVisible()
  await expect(page.getByText('0 of 3 rows')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Export Excel' })).toHaveAccessibleDescription(
    'An export is in progress.',
  )
  await expectNoViolations(page, 'progress of an export')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Export CSV' })).toBeFocused()
  isHeld = false
  await saveWith(page, 'Export Excel')
  expect(files).toBe(1)
})

test('writes the file on the page behind a Content-Security-Policy without the worker’s policy', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/Content.Security.Policy|TrustedTypePolicy/i)
  await page.route(/\/alerts$/, async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    const response = await route.fetch()
    const policy = response.headers()['content-security-policy'] ?? ''
    const older = policy.replace('trusted-types plantdeck-worker', "trusted-types 'none'")
    expect(older).not.toBe(policy)
    return route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': older },
    })
  })
  await openAlerts(page, organization)
  await page.reload()
  const lines = csvLines(await saveWith(page, 'Export CSV'))
  expect(lines).toHaveLength(11)
})

test("exports the day's energy to Excel with real numbers", async ({ page, organization }) => {
  const day = await PlantDay.create(page, organization)
  await day.setTotals({ produced: 40, imported: null, exported: -1 })
  await day.org.open(page, day.path)
  await expect(recorded(page)).toContainText('1 reading')
  const file = await saveWith(page, 'Export Excel')
  expect(file.name).toBe(`energy-FVE-Zlin-${energyDay}.xlsx`)
  const [header, total, reading] = sheetsOf(file).Energy ?? []
  expect(header).toHaveLength(12)
  expect(total?.slice(2, 4)).toEqual([energyDay, 'total'])
  expect(total?.slice(5)).toEqual(['kWh', 40, -1])
  expect(reading?.[3]).toBe('reading')
})
