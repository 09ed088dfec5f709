import { describe, expect, it } from 'vitest'
import {
  type AtRisk,
  CertificateSurveyor,
  type SurveyQuestion,
  noSurvey,
  withStatedPlants,
} from './certificate-survey'
import type { CertificatePlant } from './reach'
import type { AtRiskPlant } from '@/api/certificates'
import { defaultThresholds } from '@/domain/certificates/certificate-thresholds'
import { dayMs, minuteMs } from '@/lib/instants'
import { runSteps } from '@/lib/run-steps'

const nowMs = Date.UTC(2026, 10, 28, 12)
const from = (days: number) => new Date(nowMs + days * dayMs).toISOString()
const plant = (id: string, days: number, change: Partial<CertificatePlant> = {}) => ({
  id,
  name: id,
  serialNumber: `S-${id}`,
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
  lastSeenAt: new Date(nowMs - minuteMs).toISOString(),
  certificateExpiresAt: from(days),
  certificateFingerprint: null,
  certificateSerialNumber: null,
  authFailureCount: 0,
  lastAuthFailureAt: null,
  ...change,
})
const away = { status: 'OFFLINE', lastSeenAt: from(-9) }

const question: SurveyQuestion = { limits: defaultThresholds, span: undefined, nowMs }

function survey(plants: readonly CertificatePlant[], asked = question) {
  const surveyor = new CertificateSurveyor(asked)
  for (const one of plants) surveyor.add(one, nowMs)
  return runSteps(surveyor.finish())
}
const idsOf = (rows: readonly AtRisk[]) => rows.map((row) => row.plant.id)

describe('CertificateSurveyor', () => {
  it('finds nothing in an empty fleet', () => {
    expect(survey([])).toEqual(noSurvey)
  })

  it('sorts plants at risk by the latest start of their renewal', () => {
    const found = survey([
      plant('online in 5 days', 5),
      plant('offline in 16 days', 16, away),
      plant('online in 20 days', 20),
      plant('dark', -1, away),
      plant('valid', 31),
      plant('suspended', 2, { lifecycleStatus: 'SUSPENDED', ...away }),
    ])
    expect(idsOf(found.atRisk)).toEqual([
      'dark',
      'offline in 16 days',
      'online in 5 days',
      'online in 20 days',
      'suspended',
    ])
    expect(found.expiries).toHaveLength(6)
    expect(found.plantIds.size).toBe(6)
  })

  it('leaves out certificates that are not in use', () => {
    const found = survey([
      plant('token', 3, { authMethod: 'TOKEN', lifecycleStatus: 'SUSPENDED' }),
      plant('revoked', 3, { lifecycleStatus: 'REVOKED', ...away }),
      plant('decommissioned', 3, { lifecycleStatus: 'DECOMMISSIONED', ...away }),
      plant('none', 0, { certificateExpiresAt: null }),
    ])
    expect(found.atRisk).toEqual([])
    expect(found.expiries).toEqual([])
  })

  it('lists what expires in a span, however late', () => {
    const span = { fromMs: nowMs + 100 * dayMs, toMs: nowMs + 107 * dayMs }
    const plants = [plant('before', 99), plant('in', 100), plant('after', 107), plant('risk', 1)]
    const found = survey(plants, { ...question, span })
    expect(found.atRisk.map((row) => [row.plant.id, row.grade])).toEqual([['in', 'later']])
    expect(found.expiries).toHaveLength(4)
  })

  it('counts expiries that could not be read', () => {
    const odd = plant('odd', 0, { certificateExpiresAt: 'tomorrow' })
    const marked = plant('marked', 3, { unreadable: ['certificateExpiresAt'] })
    expect(survey([odd, marked])).toMatchObject({ unreadable: 2, atRisk: [] })
  })

  it('takes one failure in the fleet as proof that the platform counts them', () => {
    const dark = plant('dark', -1, away)
    const [alone] = survey([dark]).atRisk
    expect(alone?.reach).toBe('expired')
    const failing = plant('failing', 300, { lastAuthFailureAt: from(-50) })
    expect(survey([dark, failing]).atRisk[0]?.reach).toBe('dark')
  })

  it('measures silence by the latest sign of any plant, not by a clock that may be hours ahead', () => {
    const trying = (minutes: number) => {
      const at = new Date(nowMs - minutes * minuteMs).toISOString()
      return { ...away, authFailureCount: 400, lastAuthFailureAt: at }
    }
    const plants = [plant('a', -1, trying(121)), plant('b', -1, trying(120))]
    expect(survey(plants).atRisk.map((row) => row.reach)).toEqual(['expired', 'expired'])
    const heard = survey([...plants, plant('heard', 300)])
    expect(heard.atRisk.map((row) => row.reach)).toEqual(['dark', 'dark'])
  })

  it('ignores a contact in the far future', () => {
    const odd = plant('odd', 300, { lastSeenAt: '2099-01-01T00:00:00Z' })
    const at = new Date(nowMs - minuteMs).toISOString()
    const trying = plant('trying', -1, { ...away, authFailureCount: 9, lastAuthFailureAt: at })
    expect(survey([odd, trying]).atRisk[0]?.reach).toBe('lockedOut')
  })
})

describe('withStatedPlants', () => {
  const stated: AtRiskPlant[] = [
    { id: 'listed', name: '', serialNumber: '', certificateExpiresAt: from(3) },
    { id: 'new', name: '', serialNumber: '', certificateExpiresAt: from(2) },
    { id: 'later', name: '', serialNumber: '', certificateExpiresAt: from(60) },
    { id: 'odd', name: '', serialNumber: '', certificateExpiresAt: 'soon' },
  ]

  it('adds no plant that is withdrawn, as in the list', () => {
    const unused = [{ authMethod: 'TOKEN' }, { lifecycleStatus: 'REVOKED' }].map((change) => ({
      id: 'unused',
      name: '',
      serialNumber: '',
      certificateExpiresAt: from(2),
      ...change,
    }))
    expect(withStatedPlants(survey([]), unused, question)).toEqual([])
  })

  it('adds plants at risk that the list doesn’t have, by the user’s thresholds', () => {
    const rows = withStatedPlants(survey([plant('listed', 1)]), stated, question)
    expect(idsOf(rows)).toEqual(['listed', 'new'])
    expect(rows[1]).toMatchObject({ grade: 'urgent', reach: undefined, readAtMs: undefined })
  })

  it('adds nothing to a complete list', () => {
    const found = survey(stated.map(({ id }) => plant(id, 100)))
    expect(withStatedPlants(found, stated, question)).toBe(found.atRisk)
  })
})
