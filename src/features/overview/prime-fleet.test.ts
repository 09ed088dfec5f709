import { expect, it, vi } from 'vitest'
import { primeFleet } from './prime-fleet'
import type { RouterContext } from '@/api/session/session-context'
import { nextTask } from '@/lib/next-task'

const signedIn = { phase: 'signed-in', person: { username: 'admin' } }
const signedOut = { phase: 'signed-out' }

function contextOf(first: object) {
  const query = vi.fn(() => Promise.resolve(true))
  const session = { state: first, getState: () => session.state }
  const context = {
    config: { apiBaseUrl: '/api/v1' },
    session,
    queryClient: { query },
  } as unknown as RouterContext
  return { context, query, session }
}

/** Resolves once the code that `primeFleet` waits for is there, and what it does then has happened. */
async function loaded(): Promise<void> {
  await vi.dynamicImportSettled()
  await nextTask()
}

it('starts one pass over the list for a user who is signed in', async () => {
  const { context, query } = contextOf(signedIn)
  primeFleet(context)
  await loaded()
  expect(query).toHaveBeenCalledOnce()
})

it('reads nothing without a user', async () => {
  const { context, query } = contextOf(signedOut)
  primeFleet(context)
  await loaded()
  expect(query).not.toHaveBeenCalled()
})

it('reads nothing for a user who signs out while the code is loaded', async () => {
  const { context, query, session } = contextOf(signedIn)
  primeFleet(context)
  session.state = signedOut
  await loaded()
  expect(query).not.toHaveBeenCalled()
})
