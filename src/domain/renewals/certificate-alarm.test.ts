import { describe, expect, it } from 'vitest'
import { alarmText, certificateAlarm } from './certificate-alarm'
import type { AtRiskPlant, CertificateStats } from '@/api/certificates'
import { dayMs } from '@/lib/instants'

const nowMs = Date.UTC(2026, 10, 28, 12)
const plant = (days: number | null, change: Partial<AtRiskPlant> = {}): AtRiskPlant => ({
  id: `in ${days}`,
  name: '',
  serialNumber: '',
  authMethod: 'MTLS',
  lifecycleStatus: 'ACTIVE',
  certificateExpiresAt: days === null ? null : new Date(nowMs + days * dayMs).toISOString(),
  ...change,
})
const lost = { unreadable: ['certificateExpiresAt'] }
const stats = (
  figures: Partial<CertificateStats>,
  items?: AtRiskPlant[],
  unreadable = 0,
): CertificateStats => ({ ...figures, ...(items && { atRiskPlants: { items, unreadable } }) })

describe('certificateAlarm', () => {
  it('counts what has expired or expires within a week, whatever the platform calls soon', () => {
    const items = [plant(-3), plant(0), plant(7), plant(7.1), plant(20)]
    const alarm = certificateAlarm(stats({ expired: 2, expiringSoon: 3 }, items), nowMs)
    expect(alarm).toEqual({ count: 3, isAtLeast: false })
  })

  it('leaves out plants that are withdrawn or need no certificate', () => {
    const items = [
      plant(-1, { lifecycleStatus: 'DECOMMISSIONED' }),
      plant(-1, { lifecycleStatus: 'REVOKED' }),
      plant(-1, { authMethod: 'TOKEN' }),
      plant(null),
      plant(1, { authMethod: null, lifecycleStatus: null }),
    ]
    const alarm = certificateAlarm(stats({ expired: 3, expiringSoon: 1 }, items), nowMs)
    expect(alarm).toEqual({ count: 1, isAtLeast: false })
  })

  it.each<[string, CertificateStats, number]>([
    ['no list', stats({ expired: 4, expiringSoon: 9 }), 4],
    ['a list shorter than the figures', stats({ expired: 4, expiringSoon: 0 }, [plant(-1)]), 4],
    ['an unreadable plant', stats({}, [plant(-1)], 1), 1],
    ['an unreadable date', stats({}, [plant(-1), plant(null, lost)]), 1],
    ['an invalid date', stats({}, [plant(-1), plant(null, { certificateExpiresAt: 'soon' })]), 1],
  ])('reads “at least” with %s', (_case, given, count) => {
    expect(certificateAlarm(given, nowMs)).toEqual({ count, isAtLeast: true })
  })

  it.each<[string, CertificateStats]>([
    ['nothing is due', stats({ expired: 0, expiringSoon: 1 }, [plant(8)])],
    ['nothing is known', stats({})],
    ['the figure for expired ones is unreadable', stats({ expired: null, expiringSoon: 3 })],
  ])('is silent when %s', (_case, given) => {
    expect(certificateAlarm(given, nowMs)).toBeUndefined()
  })
})

it('describes what it counts', () => {
  expect(alarmText({ count: 1_200, isAtLeast: false })).toBe(
    '1,200 expired or expiring within 7 days',
  )
  expect(alarmText({ count: 3, isAtLeast: true })).toBe(
    'at least 3 expired or expiring within 7 days',
  )
})
