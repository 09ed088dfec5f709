import { test as base } from '@playwright/test'
import type { BrowserContext, ConsoleMessage } from '@playwright/test'
import { holdFleetList } from './fleet-list'
import { Organization } from './organization'
import type { NewOrganization } from './organization'

interface Fixtures {
  /** True keeps the server's page of plants, as before the code of the fleet's list arrives. */
  isFleetListHeld: boolean
  /** Creates an organization for this test alone. */
  organization: NewOrganization
  /**
   * Allows the console messages that a test provokes. Every other console error, uncaught error and CSP
   * violation fails the test.
   */
  provokes: (...messages: RegExp[]) => void
}

export const test = base.extend<Fixtures>({
  isFleetListHeld: [false, { option: true }],
  page: async ({ page, isFleetListHeld }, use) => {
    if (isFleetListHeld) await holdFleetList(page)
    await use(page)
  },
  organization: async ({ request }, use) => {
    await use((options = {}) => Organization.create(request, options))
  },
  provokes: [
    async ({ context }, use) => {
      const provoked: RegExp[] = []
      const problems: string[] = []
      watch(context, problems)
      await use((...messages) => void provoked.push(...messages))
      const unexpected = problems.filter((text) => !provoked.some((message) => message.test(text)))
      base.expect(unexpected, 'errors in the console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect } from '@playwright/test'

function watch(context: BrowserContext, problems: string[]): void {
  context.on('console', (message: ConsoleMessage) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  context.on('weberror', (error) => problems.push(String(error.error())))
}
