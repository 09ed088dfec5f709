import type { Page } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { listSearch, openFleetList, plantLinks } from '../support/fleet-list'
import { csvTable, excelRecords, readDownload, saveWith, sheetsOf } from '../support/saved-files'
import { expectNoViolations } from '../support/violations'

interface Plant {
  id: string
  name: string
  serialNumber: string
  status: string
  authFailureCount: number | null
  lastSeenAt: string | null
  organizationId: string
  certificateFingerprint: string | null
}

/** Collects the plants that the page reads from the API, 100 at a time. */
function collectPlants(page: Page) {
  const pages: Promise<{ data: Plant[] }>[] = []
  page.on('response', (response) => {
    const isPage = response.url().includes('/plants?') && response.url().includes('limit=100')
    if (isPage && response.ok()) pages.push(response.json() as Promise<{ data: Plant[] }>)
  })
  return async () => (await Promise.all(pages)).flatMap(({ data }) => data)
}

const allRead = (page: Page) => page.getByText(/^Searched (all 3,000|3,000 of 3,000) plants\./)
const isoOf = (date: string | null) => (date === null ? '' : new Date(date).toISOString())
/** Only CSV needs the apostrophe that makes text of a formula. */
const withoutFormula = (text: string) => text.replace(/^(?=[=+\-@])/, "'")
const box = (page: Page, name: string) => page.getByRole('checkbox', { name: `Select ${name}` })

test('exports all matches among 3,000 plants as CSV and Excel, with the API’s values', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 3_000 })
  const collected = collectPlants(page)
  await openFleetList(page, org, '/plants?q=status:offline&sort=name')
  await expect(allRead(page)).toBeVisible({ timeout: 30_000 })
  const offline = (await collected()).filter(({ status }) => status === 'OFFLINE')
  const count = offline.length.toLocaleString('en')
  const file = await saveWith(page, 'Export CSV')
  expect(file.name).toMatch(/^plants-\d{4}-\d\d-\d\d\.csv$/)
  const { facts, records } = csvTable(file)
  expect(facts).toMatchObject({
    Filter: 'Connection: Offline',
    'Filter line': 'status:offline',
    Rows: `${count} of 3,000 plants`,
    'Data as of': expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/),
    Fleet: expect.stringMatching(/complete/),
  })
  const byId = new Map(records.map((record) => [record['Plant ID'], record]))
  expect(records).toHaveLength(offline.length)
  for (const plant of offline) {
    expect(byId.get(plant.id)).toMatchObject({
      Name: withoutFormula(plant.name),
      'Serial number': plant.serialNumber,
      Connection: 'Offline',
      'Auth failures': String(plant.authFailureCount ?? ''),
      'Last seen (UTC)': isoOf(plant.lastSeenAt),
      'Organization ID': plant.organizationId,
      'Certificate fingerprint': plant.certificateFingerprint ?? '',
    })
  }

  const excel = await saveWith(page, 'Export Excel')
  expect(excel.name).toMatch(/^plants-\d{4}-\d\d-\d\d\.xlsx$/)
  const sheet = excelRecords(excel)
  const texts = ['Serial number', 'Plant ID', 'Auth failures', 'Certificate fingerprint']
  const textsOf = (record: Record<string, string>) => texts.map((heading) => record[heading])
  expect(sheet.map(textsOf)).toEqual(records.map(textsOf))
  const nameOf = new Map(offline.map(({ id, name }) => [id, name]))
  expect(sheet.map(({ Name }) => Name)).toEqual(
    sheet.map((record) => nameOf.get(record['Plant ID'] ?? '')),
  )
  const shown = await plantLinks(page).allInnerTexts()
  expect(sheet.slice(0, 5).map(({ Name }) => Name)).toEqual(shown.slice(0, 5))
  expect(sheetsOf(excel).About?.slice(0, 2)).toEqual([
    ['Filter', 'Connection: Offline'],
    ['Rows', `${count} of 3,000 plants`],
  ])
})

const odd = [
  { name: '=HYPERLINK("http://x")', serialNumber: '007' },
  { name: '+420 123', serialNumber: '1,5' },
  { name: 'FVE "Brno"\nsecond line', serialNumber: '-1' },
  { name: '@SUM(A1)', serialNumber: 'S-4' },
].map((row) => ({ ...row, status: 'ONLINE', lifecycleStatus: 'ACTIVE', authMethod: 'TOKEN' }))

test('exports the selected plants with the chosen columns, and no formulas', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: odd })
  await openFleetList(page, org, '/plants?sort=name')
  await page.getByRole('button', { name: 'Columns' }).click()
  const dialog = page.getByRole('dialog', { name: 'Columns' })
  for (const label of ['Needs attention', 'Connection', 'Certificate', 'Type', 'Auth method']) {
    await dialog.getByRole('checkbox', { name: label, exact: true }).uncheck()
  }
  await dialog.getByRole('button', { name: 'Move Last seen up' }).click()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await box(page, '=HYPERLINK').check()
  await box(page, 'FVE "Brno"').check()
  await listSearch(page).fill('brno')
  await expect(page.getByText('1 of them not in this list')).toBeVisible()
  await expectNoViolations(page, 'list with a selection and exports')

  const file = await saveWith(page, 'Export CSV of the selected plants')
  expect(file.name).toMatch(/^plants-selected-\d{4}-\d\d-\d\d\.csv$/)
  const { facts, headings, records } = csvTable(file)
  expect(headings.slice(0, 6)).toEqual([
    'Name',
    'Serial number',
    'Last seen (UTC)',
    'Lifecycle',
    'Auth failures',
    'Plant ID',
  ])
  expect(records.map((record) => [record.Name, record['Serial number']])).toEqual([
    ['FVE "Brno"\nsecond line', '-1'],
    [`'=HYPERLINK("http://x")`, '007'],
  ])
  expect(facts).toMatchObject({
    Selection: '2 selected by ID',
    Filter: 'Not applied to selected plants',
    Rows: '2 of 4 plants',
  })
  const excel = await saveWith(page, 'Export Excel of the selected plants')
  expect(excelRecords(excel).map((record) => [record.Name, record['Serial number']])).toEqual([
    ['FVE "Brno"\nsecond line', '-1'],
    ['=HYPERLINK("http://x")', '007'],
  ])
  // The filter's own export is not about the selection.
  const filtered = csvTable(await saveWith(page, 'Export CSV'))
  expect(filtered.records.map(({ Name }) => Name)).toEqual(['FVE "Brno"\nsecond line'])
})

test('exports the plants listed at the click, and stops on Cancel', async ({
  page,
  organization,
}) => {
  const rows = Array.from({ length: 30 }, (_, at) => ({
    id: crypto.randomUUID(),
    name: `Plant ${String(at).padStart(2, '0')}`,
    serialNumber: `S-${at}`,
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
  }))
  const org = await organization({ rows })
  let files = 0
  page.on('download', () => (files += 1))
  let release = () => undefined as void
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route(/table-worker/, async (route) => {
    await held
    await route.continue()
  })
  await openFleetList(page, org, '/plants?sort=name')
  await expect(page.getByText('Searched all 30 plants.')).toBeVisible()
  await page.getByRole('button', { name: 'Export Excel' }).click()
  await expect(page.getByRole('progressbar', { name: 'Excel export' })).toBeVisible()
  await expect(page.getByText('0 of 30 rows')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export CSV' }).click()
  await org.changePlant(rows[7]?.id ?? '', { name: 'Renamed' })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByRole('link', { name: 'Renamed' })).toBeAttached()
  await listSearch(page).fill('serial-of-none')
  release()
  const { records } = csvTable(await readDownload(await saving))
  expect(records.map((record) => record.Name)).toEqual(rows.map(({ name }) => name))
  expect(files).toBe(1)
})
