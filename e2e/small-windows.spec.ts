import type { Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { confirmButton } from './support/dialogs'
import { expect, test } from './support/fixtures'

/** What a page at a zoom of 300 and 400 % has left. */
const zoomed = [
  { width: 427, height: 240 },
  { width: 320, height: 256 },
]

/** Everything in the dialog can be brought into sight, through a gap that is not a slit. */
async function expectRoom(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'))
  for (const size of zoomed) {
    await page.setViewportSize(size)
    expect(await dialog.evaluate(outOfReach)).toEqual([])
  }
}

/** The controls of a dialog that scrolling does not bring into sight, or only through a slit. */
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

test('at a zoom of 300 and 400 %, dialogs scroll as a whole', async ({ page, organization }) => {
  const id = randomUUID()
  const plant = { id, name: 'FVE Zlín', serialNumber: 'Z-1', lifecycleStatus: 'ACTIVE' }
  const org = await organization({ rows: [plant] })
  await org.open(page, `/plants/${id}`, 'superadmin')
  for (const action of ['edit', 'move', 'revoke', 'provision']) {
    await page.goto(`/plants/${id}?action=${action}`)
    await expect(
      page.getByRole('button', { name: 'Save', exact: true }).or(confirmButton(page)),
    ).toBeVisible()
    await expectRoom(page)
  }
  await confirmButton(page).click()
  await expect(page.getByRole('button', { name: 'I have stored it' })).toBeVisible()
  await expectRoom(page)
  await page.getByRole('button', { name: 'I have stored it' }).click()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
  await expectRoom(page)
  await expect(page.getByRole('combobox', { name: /^Search plants/ })).toBeInViewport()
})

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
