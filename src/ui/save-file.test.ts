import { beforeEach, expect, it, vi } from 'vitest'
import { saveFile } from './save-file'
import { forgetPerson } from '@/lib/person-change'

const file = { name: 'client.key', content: 'KEY', type: 'application/x-pem-file' }
let revoked: string[]

beforeEach(() => {
  vi.useFakeTimers()
  revoked = []
  let count = 0
  vi.spyOn(URL, 'createObjectURL').mockImplementation(() => `blob:${(count += 1)}`)
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => void revoked.push(url))
  vi.stubGlobal('document', { createElement: () => ({ click: () => undefined }) })
  return () => {
    vi.runAllTimers()
    vi.useRealTimers()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  }
})

it('removes a file from the page once the browser has read it', () => {
  saveFile(file)
  expect(revoked).toEqual([])
  vi.advanceTimersByTime(10_000)
  expect(revoked).toEqual(['blob:1'])
})

it('removes all files immediately when the user changes, and none twice', () => {
  saveFile(file)
  saveFile(file)
  forgetPerson()
  expect(revoked).toEqual(['blob:1', 'blob:2'])
  vi.advanceTimersByTime(10_000)
  expect(revoked).toHaveLength(2)
})
