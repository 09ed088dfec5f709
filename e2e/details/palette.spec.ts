import { randomUUID } from 'node:crypto'
import { expect, test } from '../support/fixtures'
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
  await org.open(page, `/plants/${rows[2]?.id}`)
  await expect(page.getByRole('heading', { name: 'Gamma' })).toBeVisible()
  await page.goto(`/plants/${rows[0]?.id}`)
  await expect(page.getByRole('heading', { name: 'Alpha' })).toBeVisible()
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
