import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures'
import { dayMs, fromNow, hourMs } from './support/instants'

test.use({ isFleetListHeld: true })

const row = (page: Page, name: string | RegExp) => page.getByRole('row').filter({ hasText: name })
const cells = (page: Page, name: string | RegExp) => row(page, name).getByRole('cell')

test("the table shows each plant's values, including expired, contradictory and unknown ones", async ({
  page,
  organization,
}) => {
  const org = await organization({
    rows: [
      {
        name: 'Healthy',
        serialNumber: 'A-1',
        type: 'GATEWAY',
        status: 'ONLINE',
        lifecycleStatus: 'ACTIVE',
        lastSeenAt: fromNow(-3.5 * hourMs),
        certificateExpiresAt: fromNow(80.5 * dayMs),
      },
      {
        name: 'Neglected',
        serialNumber: 'A-2',
        type: 'SENSOR',
        status: 'DEGRADED',
        lifecycleStatus: 'SUSPENDED',
        authFailureCount: 1480,
        lastSeenAt: fromNow(-60.5 * dayMs),
        certificateExpiresAt: fromNow(-5.5 * dayMs),
      },
      {
        name: 'Contradictory',
        serialNumber: 'A-3',
        type: 'ACTUATOR',
        status: 'ONLINE',
        lifecycleStatus: 'PROVISIONED',
        authMethod: 'TOKEN',
        lastSeenAt: fromNow(-5.5 * dayMs),
      },
      {
        name: 'Unheard of',
        serialNumber: 'A-4',
        type: 'FRIDGE',
        status: 'ASLEEP',
        lifecycleStatus: 'FROZEN',
        authMethod: 'PIGEON',
        lastSeenAt: '9999-12-31T23:59:59Z',
        certificateExpiresAt: 'soon',
      },
      {
        name: 'Revoked',
        serialNumber: 'A-5',
        status: 'UNKNOWN',
        lifecycleStatus: 'REVOKED',
        authMethod: 'PASSWORD',
        lastSeenAt: '0001-01-01T00:00:00Z',
        certificateExpiresAt: fromNow(6.5 * dayMs),
      },
      {
        name: 'Gone',
        serialNumber: 'A-6',
        lifecycleStatus: 'DECOMMISSIONED',
        type: '',
        status: '',
      },
    ],
  })
  await org.open(page, '/plants')
  await expect(page.getByRole('columnheader')).toHaveText([
    'Name',
    'Serial number',
    'Type',
    'Connection',
    'Lifecycle',
    'Auth method',
    'Certificate',
    'Last seen',
    'Auth failures',
  ])
  const expected: Record<string, string[]> = {
    Healthy: ['A-1', 'Gateway', 'Online', 'Active', 'MTLS', 'in 80 d', '3 h ago', '0'],
    Neglected: ['A-2', 'Sensor', 'Degraded', 'Suspended', 'MTLS', 'expired 5 d ago', '60 d ago'],
    Contradictory: ['A-3', 'Actuator', 'Online', 'Provisioned', 'Token', '–'],
    'Unheard of': ['A-4', 'FRIDGE', 'ASLEEP', 'FROZEN', 'PIGEON', 'soon', /in 7\d{3} y/.source],
    Revoked: ['A-5', 'Controller', 'Unknown', 'Revoked', 'Password', 'not used', 'never', '0'],
    Gone: ['A-6', 'Not given', 'Not given', 'Decommissioned', 'MTLS', '–', 'never', '0'],
  }
  for (const [name, texts] of Object.entries(expected)) {
    for (const [index, text] of texts.entries()) {
      await expect(cells(page, name).nth(index + 1)).toHaveText(
        new RegExp(`^${text.replaceAll(' ', String.raw`\s`)}$`),
      )
    }
  }
  await expect(cells(page, 'Neglected').last()).toHaveText('1,480')
  await expect(cells(page, 'Contradictory').nth(7)).toHaveText(
    '5 d ago, although it is reported as online',
  )
})

test('renders deceptive and malicious names as harmless text', async ({ page, organization }) => {
  const longName = `FVE ${'Ž'.repeat(96)}`
  const org = await organization({
    rows: [
      { name: 'FVE \u202Etfel\u0007', serialNumber: 'X\u200B1', status: 'ON\u202ELINE' },
      { name: '<img src=x onerror="document.title=1">', serialNumber: '<b>X2</b>' },
      { name: longName, serialNumber: 'X'.repeat(50) },
      { name: '', serialNumber: 'X4' },
    ],
  })
  await org.open(page, '/plants')
  await expect(cells(page, 'FVE ‹').first()).toHaveText('FVE ‹U+202E›tfel‹U+0007›')
  await expect(cells(page, 'FVE ‹').nth(1)).toHaveText('X‹U+200B›1')
  await expect(cells(page, 'FVE ‹').nth(3)).toHaveText('ON‹U+202E›LINE')
  await expect(page.getByRole('link', { name: '<img src=x' })).toBeVisible()
  await expect(page.getByText('<b>X2</b>')).toBeVisible()
  await expect(page.getByRole('table').locator('img, b')).toHaveCount(0)
  await expect(page.getByTitle(longName)).toBeVisible()
  await page.getByRole('link', { name: '(no name)' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('(no name)')
  await expect(page).toHaveTitle('X4 · Plantdeck')
})

test('keeps page and page size in the URL, through a reload and Back', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 130 })
  await org.open(page, '/plants')
  const name = page.getByRole('row').nth(1).getByRole('link')
  const first = await name.innerText()
  await expect(page.getByText('1–20 of 130')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Plants 130' })).toBeVisible()
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(page.getByText('21–40 of 130')).toBeVisible()
  await expect(page).toHaveURL(/page=2/)
  await expect(name).not.toHaveText(first)
  await page.getByRole('button', { name: 'Last page' }).click()
  await expect(page.getByText('121–130 of 130')).toBeVisible()
  const next = page.getByRole('button', { name: 'Next page' })
  await expect(next).toHaveAccessibleDescription('Next page: This is the last page.')
  await page.reload()
  await expect(page.getByText('Page 7 of 7')).toBeVisible()
  await page.goBack()
  await expect(page.getByText('21–40 of 130')).toBeVisible()
  await page.getByLabel('Rows per page').selectOption('50')
  await expect(page.getByText('1–50 of 130')).toBeVisible()
  await expect(page).toHaveURL(/limit=50/)
  await expect(page.getByRole('row')).toHaveCount(51)
  await page.goBack()
  await expect(page.getByText('21–40 of 130')).toBeVisible()
})

test('opens the list despite invalid search parameters', async ({ page, organization }) => {
  const org = await organization({ plants: 25 })
  await org.open(page, '/plants?page=abc&limit=9999&authMethod=X&create=maybe&more=1')
  await expect(page.getByText('1–20 of 25')).toBeVisible()
  await expect(page.getByLabel('Authentication method')).toHaveValue('')
  for (const search of ['page=-1&limit=0', 'page=1.5&limit=1e9', 'page=[1]&limit={}', 'page=%FF']) {
    await page.goto(`/plants?${search}`)
    await expect(page.getByText('1–20 of 25')).toBeVisible()
  }
  await page.goto('/plants?page=99')
  await expect(page.getByText('There is no page 99')).toBeVisible()
  await page.getByRole('button', { name: 'Go to page 2' }).click()
  await expect(page.getByText('21–25 of 25')).toBeVisible()
})

test('filtering updates rows and total, starts at page 1, and is undone by Back', async ({
  page,
  organization,
}) => {
  const tokens = Array.from({ length: 21 }, () => ({ authMethod: 'TOKEN' }))
  const passwords = Array.from({ length: 4 }, () => ({ authMethod: 'PASSWORD' }))
  const rows = [...tokens, ...passwords].map((plant, index) => ({
    ...plant,
    serialNumber: `F-${index}`,
  }))
  const org = await organization({ rows })
  await org.open(page, '/plants?page=2')
  await expect(page.getByText('21–25 of 25')).toBeVisible()
  const filter = page.getByLabel('Authentication method')
  await filter.selectOption({ label: 'Password' })
  await expect(page.getByText('1–4 of 4')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Plants 4' })).toBeVisible()
  await expect(row(page, 'Token')).toHaveCount(0)
  await expect(page).toHaveURL(/authMethod=PASSWORD/)
  await page.reload()
  await expect(filter).toHaveValue('PASSWORD')
  await expect(page.getByText('1–4 of 4')).toBeVisible()
  await filter.selectOption({ label: 'Certificate (MTLS)' })
  await expect(page.getByText('No plant authenticates with MTLS')).toBeVisible()
  await page.getByRole('button', { name: 'Show all plants' }).click()
  await expect(page.getByText('1–20 of 25')).toBeVisible()
  await page.goBack()
  await page.goBack()
  await expect(page.getByText('1–4 of 4')).toBeVisible()
})

test('an empty list explains how to create the first plant', async ({ page, organization }) => {
  const org = await organization()
  await org.open(page, '/plants')
  await expect(page.getByText('There are no plants yet')).toBeVisible()
  await expect(page.getByText('Create the first one with “New plant”')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Plants 0' })).toBeVisible()
  await expect(page.getByRole('table')).toHaveCount(0)
})

test('an empty list does not suggest creating a plant without permission', async ({
  page,
  organization,
}) => {
  const org = await organization()
  await org.open(page, '/plants', 'support')
  await expect(page.getByText('There are no plants yet')).toBeVisible()
  const reason = page
    .getByText('Only administrators can create plants.')
    .and(page.locator(':not(.tip)'))
  await expect(reason).toBeVisible()
  await expect(page.getByText('Create the first one')).toHaveCount(0)
})
