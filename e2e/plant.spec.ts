import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

const plantId = () => crypto.randomUUID()
const fact = (page: Page, label: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::dd')

test('shows every fact of a plant, and copies what is copied by hand elsewhere', async ({
  page,
  context,
  organization,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const id = plantId()
  const fingerprint = Array.from({ length: 32 }, () => 'A7').join(':')
  const metadata = '{"meter":9007199254740993,"k":1,"k":2}'
  const org = await organization({
    rows: [
      {
        id,
        name: 'Mlékárna Olešnice',
        serialNumber: 'CPI-21-000104-8',
        type: 'GATEWAY',
        status: 'DEGRADED',
        lifecycleStatus: 'ACTIVE',
        authFailureCount: 1204,
        lastAuthFailureAt: new Date(Date.now() - 5.5 * 86_400_000).toISOString(),
        lastSeenAt: '2026-01-02T03:04:05.000Z',
        activatedAt: '2025-06-07T08:09:10Z',
        createdAt: '2025-05-01T00:00:00Z',
        updatedAt: '2026-01-02T03:04:05Z',
        certificateExpiresAt: '2020-02-02T00:00:00Z',
        certificateFingerprint: fingerprint,
        certificateSerialNumber: '0F1E2D',
        externalPlantId: 'ESM-77',
        description: 'Behind the dairy <b>',
        metadata,
      },
    ],
  })
  await page.addInitScript(() => localStorage.setItem('plantdeck.preference.timeZone', 'utc'))
  await org.open(page, `/plants/${id}`)
  await expect(page).toHaveTitle('Mlékárna Olešnice · Plantdeck')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mlékárna Olešnice')
  const facts: Record<string, string | RegExp> = {
    ID: id,
    'Serial number': 'CPI-21-000104-8',
    Type: 'Gateway',
    Template: '–',
    Groups: '–',
    'External plant ID': 'ESM-77',
    Description: 'Behind the dairy <b>',
    Method: 'MTLS',
    'Certificate expires': /^expired\s\d+\sy\sago\s+\d{4}-\d\d-\d\d /,
    'Certificate serial number': '0F1E2D',
    Fingerprint: fingerprint,
    Failures: '1,204 last 5 d ago',
    'Secret rotated': 'never',
    Created: '2025-05-01 00:00:00 UTC',
    Activated: '2025-06-07 08:09:10 UTC',
    'Last seen': '2026-01-02 03:04:05 UTC',
    Changed: '2026-01-02 03:04:05 UTC',
  }
  for (const [label, value] of Object.entries(facts)) {
    await expect(fact(page, label)).toHaveText(value, { useInnerText: true })
  }
  const copies = {
    'Copy ID': id,
    'Copy serial number': 'CPI-21-000104-8',
    'Copy fingerprint': fingerprint,
    'Copy certificate serial number': '0F1E2D',
    'Copy metadata': metadata,
  }
  for (const [name, text] of Object.entries(copies)) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  }
  await expect(page.getByRole('status').filter({ hasText: 'Copied' }).first()).toBeAttached()
  await expect(page.getByRole('region', { name: 'Metadata' })).toContainText(
    '{ "meter": 9007199254740993, "k": 1, "k": 2 }',
  )
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
  await expect(crumbs.locator('[aria-current=page]')).toHaveText('Mlékárna Olešnice')
  await crumbs.getByRole('link', { name: 'Plants' }).click()
  await expect(page).toHaveTitle('Plants · Plantdeck')
})

test('odd values from the server are shown as they are, and throw nothing', async ({
  page,
  organization,
}) => {
  const id = plantId()
  const row = {
    id,
    name: 'X\u202Ey',
    serialNumber: '',
    type: 'FRIDGE',
    status: '',
    lifecycleStatus: 'FROZEN',
    authMethod: '\u0007',
    lastSeenAt: 'yesterday',
    activatedAt: '9999-12-31T23:59:59Z',
    secretRotatedAt: '0000-00-00T00:00:00Z',
    certificateExpiresAt: 'soon',
    metadata: `{"deep":${'['.repeat(200)}${']'.repeat(200)}}`,
  }
  const org = await organization({ rows: [row] })
  await org.open(page, `/plants/${id}`)
  await expect(page).toHaveTitle('X‹U+202E›y · Plantdeck')
  await expect(fact(page, 'Type')).toHaveText('FRIDGE')
  await expect(fact(page, 'Method')).toHaveText('‹U+0007›')
  await expect(fact(page, 'Last seen')).toHaveText('yesterday')
  await expect(fact(page, 'Certificate expires')).toHaveText('soon')
  await expect(fact(page, 'Activated')).toHaveText(/^(9999|10000)-/)
  await expect(fact(page, 'Secret rotated')).toHaveText('never')
  await expect(page.getByText('FROZEN')).toBeVisible()
  await expect(page.getByText('Not given')).toBeVisible()
})

test("an unknown id, and another organization's plant, are gone; a malformed id is said to be one", async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[04]/)
  const id = plantId()
  await organization({ rows: [{ id, name: 'Not yours', serialNumber: 'O-1' }] })
  const org = await organization({ plants: 1 })
  await org.open(page, `/plants/${id}`)
  await expect(page.getByRole('alert')).toContainText('This plant is gone')
  await expect(page.getByText('Not yours')).toHaveCount(0)
  await expect(page).toHaveTitle('Plant · Plantdeck')
  await page.goto(`/plants/${plantId()}`)
  await expect(page.getByRole('alert')).toContainText('This plant is gone')
  await page.goto('/plants/not-an-id')
  await expect(page.getByRole('alert')).toContainText('The id in the address is not a valid UUID.')
  for (const path of ['/plants/%20', '/plants/a%2Fb%3Fc']) {
    await page.goto(path)
    await expect(page.getByRole('alert')).toBeVisible()
  }
  await page.getByRole('link', { name: 'Go to Plants' }).click()
  await expect(page.getByText('1–1 of 1')).toBeVisible()
})

test('a plant that somebody deletes meanwhile is gone, and says so', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const id = plantId()
  const org = await organization({ rows: [{ id, name: 'Short-lived', serialNumber: 'G-1' }] })
  await org.open(page, `/plants/${id}`)
  await expect(page.getByRole('heading', { name: 'Short-lived' })).toBeVisible()
  expect((await org.call('DELETE', `/plants/${id}`)).status()).toBe(200)
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByRole('alert')).toContainText('This plant is gone')
  await expect(page.getByRole('heading', { name: 'Short-lived' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Go to Plants' }).click()
  await expect(page.getByText('There are no plants yet')).toBeVisible()
})

test('when refreshing fails the plant stays, marked with its time; a first failure can be retried', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 500/)
  const id = plantId()
  const row = { id, name: 'FVE Tábor', serialNumber: 'R-1', status: 'ONLINE' }
  const org = await organization({ rows: [row] })
  const failing = { path: `/plants/${id}$`, kind: 'error-before', times: 3 } as const
  await org.fault(failing)
  await org.open(page, `/plants/${id}`)
  await expect(page.getByRole('alert')).toContainText('The server failed', { timeout: 15_000 })
  await page.getByRole('button', { name: 'Retry' }).click()
  await expect(page.getByText('Online')).toBeVisible()
  await org.fault(failing)
  await org.changePlant(id, { status: 'OFFLINE' })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText(/As of [-\d]+ [:\d]+ \S+\. Refreshing fails/)).toBeVisible({
    timeout: 15_000,
  })
  await expect(page.getByText('Online')).toBeVisible()
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText('Offline')).toBeVisible()
  await expect(page.getByText('Refreshing fails')).toHaveCount(0)
})
