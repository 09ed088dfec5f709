import { describe, expect, it } from 'vitest'
import { plantProblems } from './plant-problems'
import { problemRules } from './problem-rules'
import { urgencyOf } from './urgency'
import type { Plant } from '@/api/plant-schemas'
import { dayMs, hourMs } from '@/lib/instants'
import { fc } from '@/lib/test-properties'

const nowMs = Date.parse('2026-11-28T12:00:00Z')

const instant = fc.oneof(
  fc
    .integer({ min: -40, max: 40 })
    .map((days) => new Date(nowMs + days * dayMs + hourMs).toISOString()),
  fc.constantFrom(null, 'never'),
)
const plants: fc.Arbitrary<Plant> = fc.record({
  id: fc.constant('a'),
  name: fc.constant('FVE Brno'),
  serialNumber: fc.constant('S-1'),
  type: fc.constant('GATEWAY'),
  authMethod: fc.constantFrom('MTLS', 'TOKEN'),
  status: fc.constantFrom('ONLINE', 'OFFLINE', 'DEGRADED', 'UNKNOWN', 'ASLEEP'),
  lifecycleStatus: fc.constantFrom('PENDING', 'PROVISIONED', 'ACTIVE', 'SUSPENDED', 'REVOKED'),
  authFailureCount: fc.constantFrom(0, 3, null),
  lastSeenAt: instant,
  certificateExpiresAt: instant,
  lastAuthFailureAt: instant,
  createdAt: instant,
})

describe('problemRules', () => {
  it('have names of their own', () => {
    const keys = problemRules.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('are each met by some plant', () => {
    const met = fc
      .sample(plants, 3_000)
      .flatMap((plant) => problemRules.filter(({ isMet }) => isMet(plant, nowMs)))
    expect(new Set(met).size).toBe(problemRules.length)
  })

  it('show on a plant’s page what its row in the list shows, as severe as there', () => {
    fc.assert(
      fc.property(plants, (plant) => {
        const row = urgencyOf(plant, nowMs)
        if (!row) return
        const page = plantProblems(plant, nowMs).find(({ key }) => key === row.key)
        expect(page?.tone).toBe(row.tone)
      }),
    )
  })

  it('never put a rule beside a more urgent one of the same subject', () => {
    fc.assert(
      fc.property(plants, (plant) => {
        const shown = plantProblems(plant, nowMs).map(({ key }) => key)
        const subjects = problemRules.filter(({ key }) => shown.includes(key))
        expect(new Set(subjects.map(({ subject }) => subject)).size).toBe(subjects.length)
      }),
    )
  })
})
