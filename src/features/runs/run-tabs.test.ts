import { expect, it, vi } from 'vitest'
import { type Message, openTabs, postToTabs } from './run-tabs'

const place = { username: 'anna', scope: 'api org' }

it('tells the other tabs of the same browser, once they listen', () => {
  const sent: unknown[] = []
  vi.stubGlobal(
    'BroadcastChannel',
    class {
      addEventListener = () => undefined
      postMessage = (message: unknown) => void sent.push(message)
      close = () => undefined
    },
  )
  vi.stubGlobal('navigator', { locks: { request: async () => undefined } })
  const message: Message = { place, id: 'run-1', isListChanged: true }
  postToTabs(message)
  expect(sent).toEqual([])
  openTabs(() => undefined)
  postToTabs(message)
  expect(sent).toEqual([{ kind: 'message', message }])
  vi.unstubAllGlobals()
})
