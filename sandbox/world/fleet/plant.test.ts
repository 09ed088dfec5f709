import { describe, expect, it } from 'vitest'
import { generateFleet } from './fleet'
import type { SeedPlant } from './seed-records'
import { checkDigit } from './serial-number'
import { dayMs } from '@/lib/instants'

const now = new Date('2026-11-22T08:00:00.000Z')
const fleet = generateFleet({ seed: 11, count: 2000, now })
const plants = [...fleet.plants]

function every(check: (plant: SeedPlant) => void): void {
  for (const plant of plants) check(plant)
}

function inLifecycle(...states: SeedPlant['lifecycleStatus'][]): SeedPlant[] {
  return plants.filter(({ lifecycleStatus }) => states.includes(lifecycleStatus))
}

describe('each of 2,000 plants', () => {
  it('meets the limits of the contract', () => {
    every((plant) => {
      expect(plant.name.length).toBeGreaterThan(0)
      expect(plant.name.length).toBeLessThanOrEqual(100)
      expect(plant.name).toBe(plant.name.trim().normalize('NFC'))
      expect(plant.name).not.toMatch(/[{}]/)
      expect(plant.serialNumber).toMatch(/^[A-Z0-9]{2,3}-\d\d-\d{6}-\d$/)
      expect(plant.externalPlantId ?? 'NONE-X').toMatch(/^[A-Z0-9-]{3,120}$/)
      expect(plant.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
      const [, year = '', number = '', check] = plant.serialNumber.split('-')
      expect(checkDigit(year + number)).toBe(Number(check))
    })
  })

  it('has plausible dates in ISO 8601 with milliseconds', () => {
    every((plant) => {
      const { createdAt, activatedAt, lastSeenAt, updatedAt, secretRotatedAt } = plant
      const past = [
        createdAt,
        activatedAt,
        lastSeenAt,
        updatedAt,
        secretRotatedAt,
        plant.lastAuthFailureAt,
      ]
      for (const date of past) {
        if (date === null) continue
        expect(new Date(date).toISOString()).toBe(date)
        expect(date <= now.toISOString(), `${date} is past`).toBe(true)
        expect(date >= createdAt, `${date} is after ${createdAt}`).toBe(true)
      }
      expect(now.getTime() - Date.parse(createdAt)).toBeLessThan(6 * 366 * dayMs)
      expect((activatedAt ?? '') <= (lastSeenAt ?? '')).toBe(true)
      expect(activatedAt === null).toBe(lastSeenAt === null)
    })
  })

  it('has a certificate if and only if it is MTLS and was provisioned', () => {
    every((plant) => {
      const isIssued = plant.authMethod === 'MTLS' && plant.lifecycleStatus !== 'PENDING'
      expect(plant.certificateExpiresAt !== null).toBe(isIssued)
      expect(plant.certificateFingerprint !== null).toBe(isIssued)
      expect(plant.certificateSerialNumber !== null).toBe(isIssued)
      if (!isIssued) return
      expect(plant.certificateFingerprint).toMatch(/^([\dA-F]{2}:){31}[\dA-F]{2}$/)
      expect(plant.certificateSerialNumber).toMatch(/^[4-7][\dA-F]{31}$/)
      const issuedAt = Date.parse(plant.certificateExpiresAt ?? '') - 730 * dayMs
      expect(issuedAt).toBeLessThanOrEqual(now.getTime())
      expect(issuedAt).toBeGreaterThanOrEqual(Date.parse(plant.createdAt))
    })
  })

  it('has a failure date if and only if it has authentication failures', () => {
    every((plant) => {
      expect(plant.lastAuthFailureAt !== null).toBe(plant.authFailureCount > 0)
    })
    expect(plants.filter(({ authFailureCount }) => authFailureCount >= 100).length).toBeGreaterThan(
      5,
    )
  })

  it('is in Central Europe', () => {
    every(({ latitude, longitude }) => {
      if (latitude === null || longitude === null) return
      expect(latitude).toBeGreaterThan(47.8)
      expect(latitude).toBeLessThan(51.6)
      expect(longitude).toBeGreaterThan(11.7)
      expect(longitude).toBeLessThan(22.1)
    })
  })

  it('has an object as metadata text', () => {
    every(({ metadata }) => {
      const value: unknown = JSON.parse(metadata)
      expect(typeof value === 'object' && value !== null && !Array.isArray(value)).toBe(true)
    })
    expect(plants.some(({ metadata }) => metadata === '{}')).toBe(true)
    expect(plants.some(({ metadata }) => /"eanOpm":\d{18}[,}]/.test(metadata))).toBe(true)
  })

  it('belongs to existing groups and has a template of level PLANT', () => {
    const known = new Set(fleet.groups.map(({ id }) => id))
    const templateIds = [
      null,
      ...fleet.templates.flatMap(({ id, level }) => (level === 'PLANT' ? [id] : [])),
    ]
    every((plant) => {
      for (const id of plant.groupIds) expect(known.has(id)).toBe(true)
      expect(new Set(plant.groupIds).size).toBe(plant.groupIds.length)
      expect(templateIds).toContain(plant.templateId)
    })
    for (const { id } of fleet.groups) {
      expect(plants.some(({ groupIds }) => groupIds.includes(id))).toBe(true)
    }
  })
})

describe('lifecycle and connection', () => {
  it('PENDING and PROVISIONED plants have never connected', () => {
    for (const plant of inLifecycle('PENDING', 'PROVISIONED')) {
      expect([plant.lastSeenAt, plant.activatedAt]).toEqual([null, null])
    }
    for (const plant of inLifecycle('PENDING')) {
      expect(plant).toMatchObject({ status: 'UNKNOWN', authFailureCount: 0, secretRotatedAt: null })
    }
  })

  it('only ACTIVE plants are connected, and nearly all of them were seen recently', () => {
    for (const plant of inLifecycle('PROVISIONED', 'SUSPENDED', 'REVOKED', 'DECOMMISSIONED')) {
      expect(plant.status).toBe('OFFLINE')
    }
    const connected = inLifecycle('ACTIVE').filter(({ status }) => status !== 'OFFLINE')
    const silent = connected.filter(
      ({ lastSeenAt }) => now.getTime() - Date.parse(lastSeenAt ?? '') > dayMs,
    )
    expect(silent.length).toBeGreaterThan(0)
    expect(silent.length).toBeLessThan(connected.length / 100)
  })

  it('no plant was seen two days after its certificate expired', () => {
    for (const { certificateExpiresAt, lastSeenAt } of plants) {
      if (certificateExpiresAt === null || lastSeenAt === null) continue
      const lateMs = Date.parse(lastSeenAt) - Date.parse(certificateExpiresAt)
      expect(lateMs).toBeLessThan(2 * dayMs)
    }
  })
})

describe('templates', () => {
  const commands =
    'CHARGE DISCHARGE HOLD CHARGE_ONLY DISCHARGE_ONLY CONTINUOUS_CHARGE DEFAULT SET_SOC_LIMITS SET_OVERFLOW CANCEL_ALL SCHEDULE SET_TELEMETRY_INTERVAL SET_DEFAULTS GET_INFO reboot'.split(
      ' ',
    )

  it("contain all of the platform's commands and no others", () => {
    const named = new Set(fleet.templates.flatMap(({ actions }) => actions.map((a) => a.command)))
    expect([...named].toSorted()).toEqual(commands.toSorted())
  })

  it('have unique signal keys and both levels of every type', () => {
    for (const { signals, actions } of fleet.templates) {
      expect(new Set(signals.map(({ key }) => key)).size).toBe(signals.length)
      expect(signals.length).toBeLessThanOrEqual(256)
      expect(actions.length).toBeLessThanOrEqual(64)
    }
    const kinds = new Set(fleet.templates.map(({ type, level }) => `${level} ${type}`))
    expect(kinds.size).toBe(8)
  })
})
