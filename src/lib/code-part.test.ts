import { expect, it, vi } from 'vitest'
import { codePart } from './code-part'

it('loads once for all callers and notifies subscribers', async () => {
  const importIt = vi.fn(async () => 'code')
  const part = codePart(importIt)
  const listener = vi.fn()
  const stop = part.subscribe(listener)
  part.preload()
  expect(part.now()).toBeUndefined()
  expect(await Promise.all([part.load(), part.load()])).toEqual(['code', 'code'])
  expect(await part.load()).toBe('code')
  expect(part.now()).toBe('code')
  expect(importIt).toHaveBeenCalledTimes(1)
  expect(listener).toHaveBeenCalledTimes(1)
  stop()
})

it("retries after a failure and doesn't report a failed prefetch", async () => {
  const importIt = vi.fn(async () => 'code').mockRejectedValueOnce(new Error('lost'))
  const part = codePart(importIt)
  part.preload()
  await expect(part.load()).rejects.toThrow('lost')
  expect(await part.load()).toBe('code')
})
