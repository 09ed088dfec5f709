import { expect, test } from 'vitest'
import * as z from 'zod/mini'

test("does not compile schemas with new Function, which the page's policy forbids", async () => {
  expect(z.config().jitless).not.toBe(true)
  await import('./zod-without-eval')
  expect(z.config().jitless).toBe(true)
})
