import type { Locator, Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { expect, test } from './fixtures'

/** Everything in a dialog can be brought into sight, through a gap that is not a slit. */
async function expectRoom(page: Page, dialog: Locator): Promise<void> {
  const height = page.viewportSize()?.height ?? 0
  const controls = dialog.getByRole('button').or(dialog.getByRole('textbox'))
  for (const control of await controls.all()) {
    if (!(await control.isVisible())) continue
    await control.scrollIntoViewIfNeeded()
    await expect(control).toBeInViewport({ ratio: 0.9 })
    expect(await control.evaluate(heightOfScroller)).toBeGreaterThan(height * 0.8)
  }
}

/** The height of what scrolls a control, or else of the window, CSS px. */
function heightOfScroller(control: Element): number {
  for (let at = control.parentElement; at; at = at.parentElement) {
    const isScroller = ['auto', 'scroll'].includes(getComputedStyle(at).overflowY)
    if (isScroller && at.scrollHeight > at.clientHeight) return at.clientHeight
  }
  return innerHeight
}

for (const [width, height] of [
  [320, 256],
  [427, 240],
] as const) {
  test(`at a zoom that leaves ${width} × ${height}, dialogs scroll as a whole`, async ({
    page,
    organization,
  }) => {
    const id = randomUUID()
    const plant = { id, name: 'FVE Zlín', serialNumber: 'Z-1', lifecycleStatus: 'ACTIVE' }
    const org = await organization({ rows: [plant] })
    await page.setViewportSize({ width, height })
    await org.open(page, `/plants/${id}`, 'superadmin')
    const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
    for (const action of ['edit', 'move', 'revoke', 'provision']) {
      await page.goto(`/plants/${id}?action=${action}`)
      await expect(dialog.getByRole('button', { name: /^(Save|Confirm)$/ })).toBeVisible()
      await expectRoom(page, dialog)
    }
    await dialog.getByRole('button', { name: 'Confirm' }).click()
    await expect(dialog.getByRole('button', { name: 'I have stored it' })).toBeVisible()
    await expectRoom(page, dialog)
    await dialog.getByRole('button', { name: 'I have stored it' }).click()
    await page.keyboard.press('Control+k')
    await expect(dialog.getByRole('option').first()).toBeVisible()
    await dialog.getByRole('option').last().scrollIntoViewIfNeeded()
    await expect(dialog.getByRole('option').last()).toBeInViewport({ ratio: 0.9 })
    await expect(dialog.getByRole('combobox')).toBeInViewport({ ratio: 0.9 })
  })
}

test('a table that scrolls sideways shows where it goes on', async ({ page, organization }) => {
  const org = await organization({ plants: 3 })
  await org.open(page, '/plants')
  const table = page.getByRole('region', { name: 'Plants' })
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

test('a window without room in its header shows in the sidebar who is signed in', async ({
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
