import type { Locator } from '@playwright/test'
import { expect, test } from '../support/fixtures'
import { openFleetList, plantRows } from '../support/fleet-list'
import { fullPlant } from '../support/full-plant'
import { openPalette, palette } from '../support/palette'
import { plantTabs } from '../support/plant-tabs'

// Its disabled controls are those of the server's pages.
test.use({ isFleetListHeld: true })

const css = (element: Locator, property: string) =>
  element.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property)

test('disabled controls, selected items and chart colours stay distinguishable in forced colours', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 30, seed: 3 })
  const plantId = await fullPlant(org)
  await page.emulateMedia({ forcedColors: 'active' })
  await org.open(page, '/plants')
  const disabled = page.getByRole('button', { name: 'First page' })
  const enabled = page.getByRole('button', { name: 'Next page' })
  await expect(enabled).not.toHaveAttribute('aria-disabled')
  expect(await css(disabled, 'color')).not.toBe(await css(enabled, 'color'))
  const plants = page.getByRole('link', { name: 'Plants', exact: true })
  expect(await css(plants, 'border-inline-start-width')).toBe('4px')

  await openPalette(page)
  const [chosen, other] = [
    palette(page).getByRole('option', { selected: true }),
    palette(page).getByRole('option', { selected: false }).first(),
  ]
  await expect(chosen).toHaveCSS('outline-style', 'solid')
  await expect(other).toHaveCSS('outline-style', 'none')
  await page.keyboard.press('Escape')

  await page.goto(`/plants/${plantId}`)
  const [tree, text] = ['Tree', 'Text'].map((name) =>
    page.getByRole('button', { name, exact: true }),
  ) as [Locator, Locator]
  await expect(tree).toHaveAttribute('aria-pressed', 'true')
  expect(await css(tree, 'background-color')).not.toBe(await css(text, 'background-color'))
  const tabs = plantTabs(page)
  const edges = await Promise.all((await tabs.all()).map((tab) => css(tab, 'border-bottom-color')))
  expect(new Set(edges.slice(1)).size).toBe(1)
  expect(edges[0]).not.toBe(edges[1])

  await page.getByRole('link', { name: 'Energy' }).click()
  await expect(page.getByText('The day in numbers').first()).toBeVisible()
  await expect(tabs.and(page.locator('[aria-current=page]'))).toHaveText(['Energy'])
  const swatches = await page.locator('[data-swatch]').all()
  const colours = await Promise.all(swatches.map((swatch) => css(swatch, 'background-color')))
  expect(colours.length).toBeGreaterThan(2)
  expect(new Set(colours).size).toBe(colours.length)
})

test.describe('in the list', () => {
  test.use({ isFleetListHeld: false })

  test('the current row differs from selected ones in forced colours', async ({
    page,
    organization,
  }) => {
    const org = await organization({ plants: 4 })
    await page.emulateMedia({ forcedColors: 'active' })
    await openFleetList(page, org)
    await plantRows(page).focus()
    for (const key of ['Space', 'ArrowDown', 'Space']) await page.keyboard.press(key)
    const rows = page.getByRole('row', { selected: true })
    await expect(rows).toHaveCount(2)
    await expect(rows.first()).toHaveCSS('outline-style', 'solid')
    await expect(rows.last()).toHaveCSS('outline-style', 'double')
  })
})
