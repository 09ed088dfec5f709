import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { confirmButton, openDialog, button } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openFleetList, plantRows } from '../support/fleet-list'
import { confirmStored } from '../support/issuing'
import { openPalette, paletteSearch } from '../support/palette'
import { setPreference } from '../support/preferences'

/** Viewport sizes that remain at a zoom of 300 and 400 %, in CSS pixels. */
const zoomed = [
  { width: 427, height: 240 },
  { width: 320, height: 256 },
]

/** Expects that each control of the open dialog can be scrolled into view, in a scroll area of a usable height. */
async function expectControlsReachable(page: Page): Promise<void> {
  const dialog = openDialog(page)
  for (const size of zoomed) {
    await page.setViewportSize(size)
    expect(await dialog.evaluate(outOfReach)).toEqual([])
  }
}

/** Returns the controls that can't be scrolled into view, or only in an area lower than 80 % of the window. */
function outOfReach(dialog: Element): string[] {
  const scrollerOf = (control: Element) => {
    for (let at = control.parentElement; at; at = at.parentElement) {
      const isScroller = ['auto', 'scroll'].includes(getComputedStyle(at).overflowY)
      if (isScroller && at.scrollHeight > at.clientHeight) return at
    }
    return document.documentElement
  }
  return [...dialog.querySelectorAll<HTMLElement>('button, input, select, textarea, [role=option]')]
    .filter((control) => control.checkVisibility())
    .filter((control) => {
      control.scrollIntoView({ block: 'nearest' })
      const { top, bottom } = control.getBoundingClientRect()
      const isSlit = scrollerOf(control).clientHeight < innerHeight * 0.8
      return isSlit || top < -1 || bottom > innerHeight + 1
    })
    .map((control) => control.ariaLabel ?? control.textContent)
}

test('dialogs scroll as a whole at a zoom of 300 and 400 %', async ({ page, organization }) => {
  const id = randomUUID()
  const plant = { id, name: 'FVE Zlín', serialNumber: 'Z-1', lifecycleStatus: 'ACTIVE' }
  const org = await organization({ rows: [plant] })
  await org.open(page, `/plants/${id}`, 'superadmin')
  for (const action of ['edit', 'move', 'revoke', 'provision']) {
    await page.goto(`/plants/${id}?action=${action}`)
    await expect(button(page, 'Save').or(confirmButton(page))).toBeVisible()
    await expectControlsReachable(page)
  }
  await confirmButton(page).click()
  await expect(page.getByRole('button', { name: 'I have stored it' })).toBeVisible()
  await expectControlsReachable(page)
  await confirmStored(page)
  await openPalette(page)
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  await expectControlsReachable(page)
  await expect(paletteSearch(page)).toBeInViewport()
})

test('a table that scrolls sideways marks the edges with hidden content', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 3 })
  // Chosen columns are shown whether they fit or not.
  const columns = 'name serialNumber urgency status lifecycle cert seen failures'
  await setPreference(page, 'listColumns', columns)
  await setPreference(page, 'listFacets', 'hidden')
  await openFleetList(page, org)
  const table = plantRows(page)
  const [start, end] = [page.locator('[data-edge=start]'), page.locator('[data-edge=end]')]
  await expect(table).toContainText('Auth failures')
  await expect(start).toBeHidden()
  await expect(end).toBeHidden()
  await page.setViewportSize({ width: 900, height: 700 })
  await expect(end).toBeVisible()
  await expect(start).toBeHidden()
  await page.emulateMedia({ forcedColors: 'active' })
  await expect(end).toHaveCSS('border-inline-end-style', 'dashed')
  await table.focus()
  await page.keyboard.press('ArrowRight')
  await expect(start).toBeVisible()
  await table.evaluate((region) => region.scrollTo({ left: region.scrollWidth }))
  await expect(end).toBeHidden()
})

test('shows the role exactly once, whether the window is narrow or wide', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  await page.setViewportSize({ width: 900, height: 700 })
  await org.open(page, '/plants', 'operator')
  const person = page.getByText(/^Operator · /).filter({ visible: true })
  await expect(person).toHaveCount(1)
  await page.setViewportSize({ width: 1440, height: 900 })
  await expect(person).toHaveCount(1)
})
