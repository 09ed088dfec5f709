import { expect, it, vi } from 'vitest'
import { primeFleet } from './prime-fleet'
import type { RouterContext } from '@/api/session/session-context'

function contextOf(state: object) {
  const query = vi.fn(() => Promise.resolve(true))
  const context = {
    config: { apiBaseUrl: '/api/v1' },
    session: { getState: () => state },
    queryClient: { query },
  } as unknown as RouterContext
  return { context, query }
}

it('starts one pass over the list for a user who is signed in', async () => {
  const { context, query } = contextOf({ phase: 'signed-in', person: { username: 'admin' } })
  primeFleet(context)
  await vi.waitFor(() => expect(query).toHaveBeenCalledOnce())
})

it('reads nothing without a user', async () => {
  const { context, query } = contextOf({ phase: 'signed-out' })
  primeFleet(context)
  await import('@/fleet/read-fleet')
  expect(query).not.toHaveBeenCalled()
})
