import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { certifiedPlant, morning, offline, riskSummary, riskyPlants } from '../support/certificates'
import { expect, test } from '../support/fixtures'
import { listAll, renewNext, worklistPlants } from '../support/worklist'

const summaryPart = (page: Page, name: string) =>
  riskSummary(page).getByRole('button', { name, exact: true })

test('each number of the summary lists its plants, by keyboard too, and all again', async ({
  page,
  organization,
}) => {
  const org = await organization({ rows: morning() })
  await org.open(page, '/certificates?q=Online')
  await expect(riskyPlants(page)).toHaveText(['Online in 20'])
  const visits = summaryPart(page, '3 need a site visit')
  await visits.focus()
  await page.keyboard.press('Enter')
  await expect(riskyPlants(page)).toHaveText(['Dark', 'Locked out', 'Offline in 20'])
  await expect(page).toHaveURL(/reach=visit/)
  await expect(page).not.toHaveURL(/q=/)
  await expect(visits).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByLabel('Contact')).toHaveValue('visit')
  await page.reload()
  await expect(riskyPlants(page)).toHaveCount(3)
  await summaryPart(page, '2 of them expired').click()
  await expect(riskyPlants(page)).toHaveText(['Dark', 'Locked out'])
  await summaryPart(page, '1 locked out').click()
  await expect(riskyPlants(page)).toHaveText(['Locked out'])
  await summaryPart(page, '1 locked out').click()
  await expect(riskyPlants(page)).toHaveCount(5)
})

test('at 1440 × 900, at least seven plants at risk are in view', async ({ page, organization }) => {
  await page.setViewportSize({ width: 1440, height: 900 })
  const rows = Array.from({ length: 12 }, (_, at) => certifiedPlant(`Plant ${at}`, at + 1))
  const org = await organization({ rows: [...rows, certifiedPlant('Valid', 600)] })
  await org.open(page, '/certificates?capacity=20')
  await expect(page.getByRole('figure')).toContainText('By month')
  await expect(riskyPlants(page)).toHaveCount(12)
  await expect(riskyPlants(page).nth(6)).toBeInViewport({ ratio: 1 })
  const row = page.getByRole('row', { name: 'Select Plant 6' })
  const { y = 0, height = 900 } = (await row.boundingBox()) ?? {}
  expect(y + height).toBeLessThanOrEqual(900)
  await expect(row).toContainText(/Online ?Last contact \d/)
})

for (const width of [768, 900, 1024, 1279]) {
  test(`at ${width} px, all of a plant at risk is in view, in a low row`, async ({
    page,
    organization,
  }) => {
    await page.setViewportSize({ width, height: 900 })
    const org = await organization({
      rows: [
        certifiedPlant('Online', 20),
        certifiedPlant('Photovoltaic plant with a long name', -3, offline()),
        certifiedPlant('Never', 5, { status: 'UNKNOWN', lastSeenAt: null }),
        certifiedPlant('Resting', 9, { ...offline(), lifecycleStatus: 'SUSPENDED' }),
      ],
    })
    await org.open(page, '/certificates')
    await expect(riskyPlants(page)).toHaveCount(4)
    const table = page.getByRole('region', { name: 'Certificates at risk' })
    await expect(table).toContainText('May be locked out')
    const hidden = await table.evaluate((region) => region.scrollWidth - region.clientWidth)
    expect(hidden).toBe(0)
    for (const row of await table.getByRole('row').all()) {
      expect((await row.boundingBox())?.height).toBeLessThanOrEqual(116)
    }
    const resting = page.getByRole('row', { name: 'Select Resting' })
    await resting.scrollIntoViewIfNeeded()
    for (const text of ['Expires', 'Not in service', 'Provision on return', 'Suspended']) {
      await expect(resting.getByText(text)).toBeInViewport({ ratio: 1 })
    }
  })
}

test('the legend of the chart names only what is drawn', async ({ page, organization }) => {
  const org = await organization({ rows: [certifiedPlant('Soon', 20)] })
  await org.open(page, '/certificates?capacity=20')
  const chart = page.getByRole('figure')
  await expect(chart).toContainText('Not offline')
  await expect(chart).not.toContainText(/Past|Over capacity|By month/)
  await expect(chart.getByText('Offline', { exact: true })).toHaveCount(0)
  await chart.getByRole('application').focus()
  await page.keyboard.press('ArrowRight')
  await expect(chart).toContainText('Offline: 0')
})

test('at 1280 px, the worklist shows the whole time of expiry', async ({ page, organization }) => {
  test.slow()
  await page.setViewportSize({ width: 1280, height: 800 })
  const rows = ['Photovoltaic plant with a long name A', 'B'].map((name, at) => ({
    id: randomUUID(),
    ...certifiedPlant(name, 3 + at, {
      ...offline(),
      certificateSerialNumber: `00112233445566778899AABBCCDDEEFF001122${at}`,
      certificateFingerprint: `A${at}:B1:C2:D3:E4:F5:06:17:28:39:4A:5B:6C:7D:8E:9F`,
    }),
  }))
  const org = await organization({ rows })
  await org.open(page, '/certificates')
  await expect(riskyPlants(page)).toHaveCount(2)
  await listAll(page, 2)
  await renewNext(page, rows[0]?.name ?? '')
  for (const part of ['Issued, not in use yet', 'To do']) {
    const row = worklistPlants(page, part).nth(1)
    const expiry = await row.getByRole('cell').nth(4).boundingBox()
    const action = await row.getByRole('cell').nth(5).boundingBox()
    expect((expiry?.x ?? 0) + (expiry?.width ?? 0)).toBeLessThanOrEqual(Math.ceil(action?.x ?? 0))
  }
})

test('calls a degraded plant degraded, and counts it as connected', async ({
  page,
  organization,
}) => {
  const rows = [
    certifiedPlant('Well', 5),
    certifiedPlant('Worn', 6, { status: 'DEGRADED' }),
    certifiedPlant('Away', 7, offline()),
  ]
  const org = await organization({ rows })
  await org.open(page, '/certificates')
  const row = (name: string) => page.getByRole('row').filter({ hasText: name })
  await expect(row('Well')).toContainText('Online')
  await expect(row('Worn')).toContainText('Degraded')
  await expect(row('Worn')).not.toContainText('Online')
  await summaryPart(page, '2 are connected').click()
  await expect(riskyPlants(page)).toHaveText(['Well', 'Worn'])
})
