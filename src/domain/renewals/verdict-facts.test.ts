import { expect, it } from 'vitest'
import { verdictFacts } from './verdict-facts'

const early = '2026-11-01T00:00:00Z'
const late = '2026-11-20T00:00:00Z'

it.each([
  [{ lastSeenAt: early, lastAuthFailureAt: late }, 'lockedOut', ['seen']],
  [{ lastSeenAt: early, lastAuthFailureAt: late }, 'dark', ['failed']],
  [{ lastSeenAt: early, lastAuthFailureAt: late }, 'expired', ['seen', 'failed']],
  [{ lastSeenAt: null, lastAuthFailureAt: late }, 'dark', ['failed']],
  [{ lastSeenAt: late, lastAuthFailureAt: early }, 'dark', ['noAttempt']],
  [{ lastSeenAt: late, lastAuthFailureAt: null }, 'expired', ['seen', 'noAttempt']],
  [{ lastSeenAt: null, lastAuthFailureAt: null }, 'dark', ['noAttempt']],
  [{ lastSeenAt: late, unreadable: ['lastAuthFailureAt'] }, 'dark', ['failed']],
  [{ lastSeenAt: early, lastAuthFailureAt: late }, 'offline', []],
  [{ lastSeenAt: late, lastAuthFailureAt: null }, 'connected', ['seen']],
] as const)('of %j, %s are %j', (plant, reach, facts) => {
  const unreadable = 'unreadable' in plant ? { unreadable: [...plant.unreadable] } : {}
  expect(verdictFacts({ ...plant, ...unreadable }, reach)).toEqual(facts)
})
