import { afterEach, expect, it, vi } from 'vitest'
import { loadSent, loadSentPlants } from './command-store'
import { openLatest, openSent, sentTo } from './sent-commands'
import { hasDatabase } from '@/lib/person-databases'

vi.mock('./command-store')
vi.mock('@/lib/person-databases')
vi.mock('@/lib/tab-channel', () => ({
  TabChannel: class {
    post = () => undefined
  },
}))

const place = { username: 'anna', scope: 'api org' }

afterEach(() => {
  vi.resetAllMocks()
})

it('counts the plants beyond the limit that got a recent command', async () => {
  vi.mocked(loadSent).mockResolvedValue([])
  vi.mocked(loadSentPlants).mockResolvedValue(
    new Map([
      ['old', 1],
      ['p1', 11],
      ['p2', 12],
      ['p3', 13],
    ]),
  )
  const latest = await openLatest(place, { sinceMs: 10, most: 2 })
  expect(latest).toEqual({ plantIds: ['p3', 'p2'], leftOut: 1 })
})

it('tells unreadable commands from a browser that stores none', async () => {
  vi.mocked(loadSentPlants).mockRejectedValue(new Error('unreadable'))
  vi.mocked(hasDatabase).mockResolvedValue(true)
  expect(await openLatest(place, { sinceMs: 1, most: 2 })).toEqual({ plantIds: [], leftOut: 'all' })
  vi.mocked(hasDatabase).mockResolvedValue(false)
  expect(await openLatest(place, { sinceMs: 1, most: 2 })).toEqual({ plantIds: [], leftOut: 0 })
})

it('doesn’t call commands that can’t be read none, and reads them again', async () => {
  const ofPlant = { ...place, plantId: 'damaged' }
  expect(sentTo('damaged').extent).toBe('reading')
  vi.mocked(loadSent).mockRejectedValue(new Error('unreadable'))
  vi.mocked(hasDatabase).mockResolvedValue(true)
  await openSent(ofPlant)
  expect(sentTo('damaged')).toEqual({ sent: [], extent: 'partial', isKept: true })
  vi.mocked(hasDatabase).mockResolvedValue(false)
  await openSent(ofPlant)
  expect(sentTo('damaged')).toEqual({ sent: [], extent: 'whole', isKept: false })
  vi.mocked(loadSent).mockResolvedValue([])
  await openSent(ofPlant)
  expect(sentTo('damaged').extent).toBe('whole')
})
