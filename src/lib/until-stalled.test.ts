import { beforeEach, expect, it, vi } from 'vitest'
import { untilStalled } from './until-stalled'

beforeEach(() => {
  vi.useFakeTimers()
  return () => vi.useRealTimers()
})

const never = () => new Promise<string>(() => {})

it('returns what the work returns, and throws what it throws', async () => {
  await expect(untilStalled(100, async () => 'done')).resolves.toBe('done')
  await expect(untilStalled(100, async () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(vi.getTimerCount()).toBe(0)
})

it('waits as long as there is progress, and no longer', async () => {
  const waited = vi.fn<(result: string | undefined) => void>()
  let onProgress = () => {}
  const waiting = untilStalled(100, (report) => {
    onProgress = report
    return never()
  }).then(waited)
  for (let part = 0; part < 5; part += 1) {
    await vi.advanceTimersByTimeAsync(90)
    onProgress()
  }
  await vi.advanceTimersByTimeAsync(99)
  expect(waited).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  await waiting
  expect(waited).toHaveBeenCalledWith(undefined)
})
