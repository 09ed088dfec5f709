import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { button } from './support/dialogs'
import { expect, test } from './support/fixtures'
import { dayMs, fromNow } from './support/instants'
import { openPalette, paletteOption, paletteSearch } from './support/palette'
import { plantTab } from './support/plant-tabs'

const banner = (page: Page) => page.getByRole('region', { name: 'Problems' })

test('shows data from the list immediately while the plant is loading', async ({
  page,
  organization,
}) => {
  const plantId = randomUUID()
  const row = { id: plantId, name: 'FVE Tábor', serialNumber: 'H-1', status: 'ONLINE' }
  const org = await organization({ rows: [row] })
  await org.open(page, '/plants')
  await page.getByRole('row', { name: /FVE Tábor/ }).waitFor()
  const release = await org.hold({ path: `/plants/${plantId}$` })
  await page.getByRole('link', { name: 'FVE Tábor' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FVE Tábor')
  await expect(page).toHaveTitle('FVE Tábor · Plantdeck')
  await expect(page.getByRole('main')).toContainText('Online')
  await expect(page.getByText('Loading the plant')).toBeAttached()
  // The list doesn't have the rest, and the page doesn't guess it.
  await expect(page.getByRole('group', { name: 'Actions' })).toHaveCount(0)
  await expect(plantTab(page, 'Alerts')).toHaveCount(0)
  await release()
  await expect(plantTab(page, 'Alerts')).toBeVisible()
})

test('lists problems above the tabs, most severe first, each with a link to its tab', async ({
  page,
  organization,
}) => {
  const plantId = randomUUID()
  const row = {
    id: plantId,
    name: 'BESS Chomutov',
    serialNumber: 'W-1',
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    lastSeenAt: fromNow(-3 * dayMs),
    certificateExpiresAt: fromNow(5.5 * dayMs),
    authFailureCount: 14,
    lastAuthFailureAt: fromNow(-1 * dayMs),
  }
  const org = await organization({ rows: [row] })
  await org.addAlerts(plantId, [{ severity: 'WARNING' }, { severity: 'INFO' }])
  await org.open(page, `/plants/${plantId}`, 'operator')
  await expect(banner(page).getByRole('listitem')).toHaveText([
    /^Certificate expires in 5.d$/,
    /^14 authentication failures, most recent 24.h ago$/,
    /^Contradiction: reported as Online, but last seen 3.d ago$/,
    '2 unresolved alerts, most severe: Warning',
  ])
  await banner(page)
    .getByRole('link', { name: /Certificate expires/ })
    .click()
  await expect(page).toHaveURL(new RegExp(`/plants/${plantId}/security$`))
  await expect(plantTab(page, 'Security')).toHaveAttribute('aria-current', 'page')
  await banner(page)
    .getByRole('link', { name: /unresolved alerts/ })
    .click()
  await expect(plantTab(page, /Alerts/)).toHaveAttribute('aria-current', 'page')
  await org.changePlant(plantId, {
    lastSeenAt: fromNow(0),
    certificateExpiresAt: fromNow(300 * dayMs),
    authFailureCount: 0,
  })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(banner(page).getByRole('listitem')).toHaveText([
    '2 unresolved alerts, most severe: Warning',
  ])
})

test('each tab has its own title and URL, through a reload and Back', async ({
  page,
  organization,
}) => {
  const plantId = randomUUID()
  const row = { id: plantId, name: 'FVE Zlín', serialNumber: 'T-1', status: 'ONLINE' }
  const org = await organization({ rows: [row] })
  await org.open(page, `/plants/${plantId}`)
  for (const part of ['Alerts', 'Energy', 'Security']) {
    await plantTab(page, part).click()
    await expect(page).toHaveURL(new RegExp(`/plants/${plantId}/${part.toLowerCase()}$`))
    await expect(page).toHaveTitle(`${part} · FVE Zlín · Plantdeck`)
    await expect(plantTab(page, part)).toHaveAttribute('aria-current', 'page')
  }
  await page.reload()
  await expect(page).toHaveTitle('Security · FVE Zlín · Plantdeck')
  await page.goBack()
  await expect(page).toHaveTitle('Energy · FVE Zlín · Plantdeck')
  await page.goto(`/plants/${plantId}/nothing`)
  await expect(page).toHaveTitle('Not found · Plantdeck')
})

test("disables actions that the role or the plant's state rules out, with the reason", async ({
  page,
  organization,
}) => {
  const plantId = randomUUID()
  const row = { id: plantId, name: 'FVE Zlín', serialNumber: 'B-1', lifecycleStatus: 'SUSPENDED' }
  const org = await organization({ rows: [row] })
  await org.open(page, `/plants/${plantId}`, 'operator')
  await expect(button(page, 'Suspend')).toHaveAccessibleDescription(
    'Only administrators can suspend plants.',
  )
  await expect(button(page, 'Edit')).toHaveAccessibleDescription(
    'Only administrators can edit plants.',
  )
  await button(page, 'Delete').press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await org.open(page, `/plants/${plantId}`)
  await expect(button(page, 'Suspend')).toHaveAccessibleDescription(
    'The plant is already suspended.',
  )
  await expect(button(page, 'Reactivate')).not.toHaveAttribute('aria-disabled')
  await org.changePlant(plantId, { lifecycleStatus: 'ACTIVE' })
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(button(page, 'Reactivate')).toHaveAccessibleDescription('The plant isn’t suspended.')
  await expect(button(page, 'Suspend')).not.toHaveAttribute('aria-disabled')
})

test('the palette offers actions for the open plant', async ({ page, organization }) => {
  const plantId = randomUUID()
  const row = { id: plantId, name: 'FVE Zlín', serialNumber: 'P-1', lifecycleStatus: 'ACTIVE' }
  const org = await organization({ rows: [row] })
  await org.open(page, `/plants/${plantId}/alerts`)
  await expect(plantTab(page, 'Alerts')).toBeVisible()
  await openPalette(page)
  await expect(paletteOption(page, /^Reactivate/)).toHaveAttribute('aria-disabled', 'true')
  await expect(paletteOption(page, /^Reactivate/)).toContainText('The plant isn’t suspended.')
  await paletteSearch(page).fill('suspend')
  await paletteOption(page, /^Suspend FVE Zlín/).click()
  await expect(page).toHaveURL(new RegExp(`/plants/${plantId}/alerts\\?action=suspend$`))
})
