import { randomUUID } from 'node:crypto'
import { fact } from './support/fact'
import { expect, test } from './support/fixtures'

test("shows the plant's name in the title, heading and breadcrumb", async ({
  page,
  organization,
}) => {
  const id = randomUUID()
  const row = { id, name: 'Mlékárna Olešnice', serialNumber: 'CPI-21-000104-8' }
  const org = await organization({ rows: [row] })
  await org.open(page, `/plants/${id}`)
  await expect(page).toHaveTitle('Mlékárna Olešnice · Plantdeck')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mlékárna Olešnice')
  const crumbs = page.getByRole('navigation', { name: 'Breadcrumb' })
  await expect(crumbs.locator('[aria-current=page]')).toHaveText('Mlékárna Olešnice')
  await crumbs.getByRole('link', { name: 'Plants' }).click()
  await expect(page).toHaveTitle('Plants · Plantdeck')
})

test('shows odd values from the server unchanged', async ({ page, organization }) => {
  const id = randomUUID()
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
  const timeline = page.getByRole('list', { name: 'Timeline' })
  await expect(timeline).toContainText(/Activated.*a clock is wrong.*(9999|10000)-.*Now/s)
  await expect(timeline).toContainText(/Last seen.*yesterday.*not a readable time/s)
  await expect(timeline).toContainText(/Certificate expiry.*soon/s)
  await expect(timeline).not.toContainText('Secret rotated')
  await expect(page.getByText('FROZEN')).toBeVisible()
})

test("rejects unknown IDs, other organizations' plants and malformed IDs with a clear message", async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 40[04]/)
  const id = randomUUID()
  await organization({ rows: [{ id, name: 'Not yours', serialNumber: 'O-1' }] })
  const org = await organization({ plants: 1 })
  await org.open(page, `/plants/${id}`)
  await expect(page.getByRole('alert')).toContainText('Plant not found')
  await expect(page.getByText('Not yours')).toHaveCount(0)
  await expect(page).toHaveTitle('Plant · Plantdeck')
  await page.goto(`/plants/${randomUUID()}`)
  await expect(page.getByRole('alert')).toContainText('Plant not found')
  await page.goto('/plants/not-an-id')
  await expect(page.getByRole('alert')).toContainText('The ID in this address isn’t a valid UUID.')
  for (const path of ['/plants/%20', '/plants/a%2Fb%3Fc']) {
    await page.goto(path)
    await expect(page.getByRole('alert')).toBeVisible()
  }
  await page.getByRole('link', { name: 'Go to Plants' }).click()
  await expect(page.getByText('1–1 of 1')).toBeVisible()
})

test('shows that the plant no longer exists after someone else deletes it', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404/)
  const id = randomUUID()
  const org = await organization({ rows: [{ id, name: 'Short-lived', serialNumber: 'G-1' }] })
  await org.open(page, `/plants/${id}`)
  await expect(page.getByRole('heading', { name: 'Short-lived' })).toBeVisible()
  expect((await org.call('DELETE', `/plants/${id}`)).status()).toBe(200)
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByRole('alert')).toContainText('Plant not found')
  await expect(page.getByRole('heading', { name: 'Short-lived' })).toHaveCount(0)
  // The answer is the latest news.
  await expect(page.getByRole('banner').getByText('Not up to date')).toHaveCount(0)
  await page.getByRole('link', { name: 'Go to Plants' }).click()
  await expect(page.getByText('There are no plants yet')).toBeVisible()
})
