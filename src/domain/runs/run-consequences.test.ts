import { expect, it } from 'vitest'
import { runConsequences } from './run-consequences'
import { testRunPlant } from './test-runs'

const nowMs = Date.parse('2026-11-28T12:00:00Z')

it('counts the consequences of suspending, the most severe first', () => {
  const plants = [
    testRunPlant('a', { status: 'OFFLINE' }),
    testRunPlant('b'),
    testRunPlant('c', { status: 'DEGRADED' }),
  ]
  expect(runConsequences('suspend', plants, nowMs)).toEqual([
    {
      text: 'The plant is disconnected immediately. It stops reporting and receives no commands.',
      plants: 2,
    },
    { text: 'The plant isn’t connected now. After this, it cannot connect.', plants: 1 },
    { text: 'It keeps its credentials and can be reactivated at any time.', plants: 3 },
  ])
})

it('doubts what the platform may refuse', () => {
  const plants = [testRunPlant('a', { lifecycleStatus: 'PROVISIONED' }), testRunPlant('b')]
  expect(runConsequences('suspend', plants, nowMs).at(-1)).toEqual({
    text: 'The plant has never connected. The platform may refuse.',
    plants: 1,
  })
})

it.each(['suspend', 'reactivate'] as const)('counts expired certificates to %s', (kind) => {
  const state = { lifecycleStatus: kind === 'suspend' ? 'ACTIVE' : 'SUSPENDED' }
  const plants = [
    { ...testRunPlant('a', state), certificateExpiresAt: '2026-01-01T00:00:00Z' },
    testRunPlant('b', state),
    testRunPlant('c', state),
  ]
  const found = runConsequences(kind, plants, nowMs)
  expect(found).toContainEqual({ text: expect.stringContaining('has expired'), plants: 1 })
  const again = kind === 'suspend' ? 3 : 2
  expect(found).toContainEqual({ text: expect.stringMatching(/\bcan\b/), plants: again })
  expect(runConsequences(kind, [], nowMs)).toEqual([])
})
