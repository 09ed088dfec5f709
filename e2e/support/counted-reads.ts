import { type Page, type Request, expect } from '@playwright/test'

/** Returns a function that lets seconds pass, one by one, and resolves to the number of reads sent meanwhile. */
export function countReads(page: Page, id: string): (seconds: number) => Promise<number> {
  let asked = 0
  const open = new Set<Request>()
  page.on('request', (request) => {
    if (!request.url().endsWith(`/api/v1/plants/${id}`)) return
    asked += 1
    open.add(request)
  })
  page.on('requestfinished', (request) => void open.delete(request))
  return async (seconds) => {
    const before = asked
    for (let passed = 0; passed < seconds; passed += 1) {
      await page.clock.runFor(1_000)
      // A request that is only being sent isn't counted yet, and a response must reach the page before time goes on.
      await takeTurns(page)
      await expect.poll(() => open.size, { intervals: [10, 20, 50] }).toBe(0)
      await takeTurns(page)
    }
    return asked - before
  }
}

/** Lets the page do what is due, without letting time pass. */
async function takeTurns(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (let turn = 0; turn < 20; turn += 1) {
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel()
        port1.addEventListener('message', resolve, { once: true })
        port1.start()
        port2.postMessage(undefined)
      })
    }
  })
}
