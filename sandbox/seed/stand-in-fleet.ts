import type { SeedPlant } from '#sandbox/fleet/seed-records'
import type { Fleet } from './insert-fleet'

/** Stands in until the real fleet generator is there. */
export function generateFleet({
  seed,
  count,
  now,
}: {
  seed: number
  count: number
  now: Date
}): Fleet {
  return { templates: [], groups: [], plants: plants(seed, count, now) }
}

function* plants(seed: number, count: number, now: Date): Generator<SeedPlant> {
  const authMethods = ['MTLS', 'TOKEN', 'PASSWORD'] as const
  const states = ['PENDING', 'PROVISIONED', 'ACTIVE', 'ACTIVE', 'SUSPENDED', 'REVOKED'] as const
  for (let n = 0; n < count; n += 1) {
    const at = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString()
    const authMethod = authMethods[n % 3] ?? 'MTLS'
    const createdAt = at(-400 + (n % 400))
    yield {
      id: crypto.randomUUID(),
      name: `Plant ${n}`,
      serialNumber: `S-${seed}-${n}`,
      type: 'CONTROLLER',
      status: n % 2 ? 'ONLINE' : 'OFFLINE',
      lifecycleStatus: states[n % 6] ?? 'ACTIVE',
      authMethod,
      authFailureCount: n % 5,
      lastAuthFailureAt: null,
      lastSeenAt: at(-(n % 10)),
      activatedAt: createdAt,
      certificateExpiresAt: authMethod === 'MTLS' ? at((n % 500) - 50) : null,
      certificateFingerprint: null,
      certificateSerialNumber: null,
      secretRotatedAt: null,
      templateId: null,
      metadata: '{"n":9007199254740993}',
      latitude: 50,
      longitude: 14,
      capacityKwh: 10,
      fvePeakPowerKwp: 10,
      plantWithLoad: true,
      externalPlantId: null,
      esiState: null,
      configEnabled: true,
      description: null,
      tag: null,
      createdAt,
      updatedAt: createdAt,
      groupIds: [],
    }
  }
}
