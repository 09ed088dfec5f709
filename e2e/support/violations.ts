import { expect } from '@playwright/test'
import type { Locator, Page } from '@playwright/test'
import axe from 'axe-core'

/** axe's rules about colour, except those that are off by default. */
const colourRules = ['color-contrast', 'link-in-text-block']

/**
 * Expects that axe finds no violations on the current screen or in one part of it, in light and dark. The time that axe
 * takes for contrast grows with the number of texts, so give a list few rows.
 */
export async function expectNoViolations(
  page: Page,
  what: string,
  part = page.locator('html'),
): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectDialogsVisible(page)
  expect(await violations(part), `${what}, light`).toEqual([])
  // The page is the same in other colours, so only the rules about colour can find something new.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect(await violations(part, colourRules), `${what}, dark`).toEqual([])
}

/**
 * Waits until each open dialog is visible. On a touchscreen, react-aria hides a dialog that focuses a text field for
 * up to 600 ms while it waits for the on-screen keyboard. Until then axe sees a page without a heading or a main
 * landmark, because the page behind the dialog is already hidden.
 */
async function expectDialogsVisible(page: Page): Promise<void> {
  const areVisible = () =>
    [...document.querySelectorAll('[role=dialog], [role=alertdialog]')].every((dialog) =>
      dialog.checkVisibility({ opacityProperty: true }),
    )
  await expect.poll(() => page.evaluate(areVisible), 'dialogs are visible').toBe(true)
}

/** Without @axe-core/playwright, which takes most of its time to load axe again and to return what passed. */
async function violations(part: Locator, rules?: string[]) {
  const page = part.page()
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return part.evaluate(async (element, runOnly) => {
    const { violations: found } = await window.axe.run(element, {
      resultTypes: ['violations'],
      ...(runOnly && { runOnly }),
    })
    return found.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
  }, rules)
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
