import { randomUUID } from 'node:crypto'
import { expect, test } from '../support/fixtures'
import { openPlants } from '../support/fleet-list'
import { openPalette, palette, paletteSearch } from '../support/palette'

test('offers the plants opened lately, and the views of the list', async ({
  page,
  organization,
}) => {
  const rows = ['Alpha', 'Beta', 'Gamma'].map((name) => ({
    id: randomUUID(),
    name,
    serialNumber: name,
  }))
  const org = await organization({ rows })
  await org.open(page, '/plants')
  for (const name of ['Gamma', 'Alpha']) {
    await page.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { name })).toBeVisible()
    await openPlants(page)
  }
  await openPalette(page)
  const recent = palette(page).getByRole('group', { name: 'Recent plants' }).getByRole('option')
  await expect(recent).toHaveText([/^Alpha/, /^Gamma/])
  await recent.nth(1).click()
  await expect(page.getByRole('heading', { name: 'Gamma' })).toBeVisible()
  await openPalette(page)
  await paletteSearch(page).fill('never conn')
  await paletteSearch(page).press('Enter')
  await expect(page).toHaveURL(/\/plants\?q=seen/)
})
