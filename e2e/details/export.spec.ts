import { PlantDay, energyDay, recorded } from '../support/energy-day'
import { createdAt, openExportedAlerts } from '../support/exported-alerts'
import { expect, test } from '../support/fixtures'
import { csvLines, saveWith, sheetsOf } from '../support/saved-files'
import { expectNoViolations } from '../support/violations'

/** 2026-03-04 05:06:07 as Excel counts days. */
const createdDay = 46_085 + (5 * 3600 + 6 * 60 + 7) / 86_400

test('exports the shown alerts with the filter in words, and no formulas', async ({
  page,
  organization,
}) => {
  await openExportedAlerts(page, organization, '?severity=CRITICAL')
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
  await openExportedAlerts(page, organization)
  const lines = csvLines(await saveWith(page, 'Export CSV'))
  expect(lines.slice(2, 4)).toEqual(['Filter,None', 'Rows,3 of 3 alerts'])
  const [critical, info, warning] = lines.slice(8)
  expect(critical).toContain('Critical,Active')
  expect(info).toMatch(/^Info,Active,,[^,]*,yesterday,unknown,,,,/)
  expect(warning).toMatch(/^Warning,Resolved,"Žlutý, ""kůň""",.*,at an unknown time,[\w-]+$/)
  await expectNoViolations(page, 'alerts with export buttons')
})

test('writes the file in a background worker', async ({ page, organization }) => {
  await openExportedAlerts(page, organization)
  const starting = page.waitForEvent('worker')
  await saveWith(page, 'Export Excel')
  expect((await starting).url()).toMatch(/\/assets\/table-worker-[\w-]+\.js$/)
  await expect.poll(() => page.workers()).toEqual([])
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
