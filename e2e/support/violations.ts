import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** axe's rules about colour, except those that are off by default. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Expects that axe finds no violations on the current screen, in light and dark. */
export async function expectNoViolations(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectDialogsVisible(page)
  expect(await violations(page), `${what}, light`).toEqual([])
  // The page is the same in other colours, so only the rules about colour can find something new.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect(await violations(page, colourRules), `${what}, dark`).toEqual([])
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

async function violations(page: Page, rules?: string[]) {
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const result = await (rules === undefined ? axe : axe.withRules(rules)).analyze()
  return result.violations.map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html) }))
}
