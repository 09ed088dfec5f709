import { expect, it } from 'vitest'
import { inSlices } from './time-slices'

function* count(to: number): Generator<void, number> {
  for (let step = 0; step < to; step += 1) {
    const untilMs = performance.now() + 2
    while (performance.now() < untilMs);
    yield
  }
  return to
}

it('returns the result, and lets other work run in between', async () => {
  let others = 0
  const timer = setInterval(() => (others += 1), 1)
  expect(await inSlices(count(20))).toBe(20)
  clearInterval(timer)
  expect(others).toBeGreaterThan(2)
})

it('stops when it is aborted', async () => {
  const controller = new AbortController()
  controller.abort(new Error('Another user signed in'))
  await expect(inSlices(count(20), controller.signal)).rejects.toThrow('Another user signed in')
})
