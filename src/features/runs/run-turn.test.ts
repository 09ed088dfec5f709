import { expect, it, vi } from 'vitest'
import type { RunRequests } from './run-requests'
import { lookAtCanary, readTurn } from './run-turn'
import { testDocument, testReadPlant, testRunPlant } from '@/domain/runs/test-runs'

const planned = testRunPlant('p0')
const document = testDocument([planned])
const history = { commands: [], hasMore: false, unreadableRows: 0, readAtMs: 0 }

function requestsOf(change: Parameters<typeof testReadPlant>[1] = {}): RunRequests {
  return {
    readPlant: async (id) => testReadPlant(id, change),
    readHistory: async () => history,
    send: vi.fn<RunRequests['send']>(),
  }
}

it('finds a plant as it was planned, by readings that begin now', async () => {
  const turn = await readTurn(document, planned, requestsOf())
  expect(turn).toMatchObject({ reasons: [], seenIds: [] })
  expect(Math.abs(turn.sinceMs - Date.now())).toBeLessThan(60_000)
})

it('holds back a plant that changed', async () => {
  const { reasons } = await readTurn(document, planned, requestsOf({ name: 'Other' }))
  expect(reasons).toEqual(['Its name changed'])
})

it('reads no history for a change of the lifecycle', async () => {
  const requests = requestsOf()
  const readHistory = vi.fn<RunRequests['readHistory']>(async () => history)
  const change = testDocument([planned], {}, { action: { kind: 'suspend' } })
  await readTurn(change, planned, { ...requests, readHistory })
  expect(readHistory).not.toHaveBeenCalled()
})

it('looks at a plant that went first', async () => {
  const watch = await lookAtCanary(document, planned, [], requestsOf({ status: 'OFFLINE' }))
  expect(watch.problems[0]).toContain('Offline')
})
