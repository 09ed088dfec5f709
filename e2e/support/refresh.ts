import type { Page } from '@playwright/test'

/** Moves the page's clock past the next automatic refresh, which comes every 15 s. */
export const untilRefresh = (page: Page): Promise<void> => page.clock.fastForward(16_000)

/** Allows for the two automatic retries of a failed read, which wait up to 3 s in total. */
export const afterRetries = { timeout: 15_000 }
