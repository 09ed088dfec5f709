import { expect, type Locator } from '@playwright/test'

/** Expects that nothing covers the middle of an element, once what is fading away has gone. */
export async function expectOnTop(locator: Locator): Promise<void> {
  await expect.poll(() => locator.evaluate(isOnTop), `on top: ${String(locator)}`).toBe(true)
}

/** Returns true if nothing covers the middle of an element; runs in the page. */
function isOnTop(element: Element): boolean {
  const { x, y, width, height } = element.getBoundingClientRect()
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2))
}
