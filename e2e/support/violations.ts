import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'

/** axe's rules about colour, but for those that it leaves off by default. */
const colourRules = ['color-contrast', 'link-in-text-block']

/** Expects that axe complains about nothing on screen now, light and dark. */
export async function expectNoViolations(page: Page, what: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await expectDialogsVisible(page)
  expect(await violations(page), `${what}, light`).toEqual([])
  // The same page in other colours: only the rules about colour can find something new.
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  expect(await violations(page, colourRules), `${what}, dark`).toEqual([])
}

/**
 * Waits until each open dialog can be seen. On a touchscreen react-aria keeps one that focuses a text field invisible
 * for up to 600 ms, to see whether a keyboard comes up. Until then axe sees a page without a heading or a main part:
 * the one behind is hidden already.
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
