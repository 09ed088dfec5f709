import type { Page } from '@playwright/test'

/** Counts the readings of the fleet that this browser keeps for later comparisons; each is kept after the fleet itself. */
export const keptReadings = (page: Page) =>
  page.evaluate(async () => {
    const all = await indexedDB.databases()
    const name = all.find((one) => one.name?.startsWith('plantdeck.readings.'))?.name
    if (name === undefined) return 0
    const asked = indexedDB.open(name)
    await new Promise((resolve) => asked.addEventListener('success', resolve))
    const counted = asked.result.transaction('times').objectStore('times').count()
    await new Promise((resolve) => counted.addEventListener('success', resolve))
    asked.result.close()
    return counted.result
  })
