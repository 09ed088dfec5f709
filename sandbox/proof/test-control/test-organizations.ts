import type { Kysely } from 'kysely'
import { type PlantColumns, toColumns } from './plant-columns'
import type { Tables } from '#sandbox/platform/database/tables'
import { hashPassword } from '#sandbox/platform/oauth/passwords'
import type { Role } from '#sandbox/platform/oauth/roles'
import { newPlant } from '#sandbox/platform/plants/new-plant'
import type { PlatformContext } from '#sandbox/platform/platform-context'
import { generateFleet } from '#sandbox/world/fleet/fleet'
import { type Fleet, insertFleet } from '#sandbox/world/seed/insert-fleet'

interface TestOrganizationRequest {
  plants: number
  seed: number
  accessTokenSeconds: number | null
  rows: readonly PlantColumns[]
}

interface Credentials {
  username: string
  password: string
}

const testPassword = 'plantdeck-test'
const people: readonly (readonly [name: string, role: Role])[] = [
  ['superadmin', 'super-admin'],
  ['admin', 'admin'],
  ['operator', 'operator'],
  ['support', 'support'],
]

let passwordHash: Promise<string> | undefined

export async function makeTestOrganization(
  platform: PlatformContext,
  request: TestOrganizationRequest,
): Promise<{ organizationId: string; users: Record<string, Credentials> }> {
  passwordHash ??= hashPassword(testPassword, 'cheap')
  const hash = await passwordHash
  const organizationId = crypto.randomUUID()
  const suffix = organizationId.slice(0, 8)
  const now = platform.now()
  const createdAt = now.toISOString()
  const name = `Test ${suffix}`
  const { accessTokenSeconds } = request
  await platform.database.transaction().execute(async (tx) => {
    await tx
      .insertInto('organizations')
      .values({ id: organizationId, name, accessTokenSeconds, createdAt })
      .execute()
    await tx
      .insertInto('users')
      .values(
        people.map(([person, role]) => ({
          id: crypto.randomUUID(),
          username: `${person}-${suffix}`,
          passwordHash: hash,
          role,
          organizationId,
          isDemo: 1,
          createdAt,
        })),
      )
      .execute()
    if (request.plants > 0) {
      const fleet = generateFleet({ seed: request.seed, count: request.plants, now })
      await insertFleet(tx, organizationId, withOwnIds(fleet), { isSilent: true })
    }
    await insertRows(tx, organizationId, request.rows, now)
  })
  const users = Object.fromEntries<Credentials>(
    people.map(([person]) => [person, { username: `${person}-${suffix}`, password: testPassword }]),
  )
  return { organizationId, users }
}

async function insertRows(
  tx: Kysely<Tables>,
  organizationId: string,
  rows: readonly PlantColumns[],
  now: Date,
): Promise<void> {
  for (const [index, row] of rows.entries()) {
    const named = { name: `Plant ${index + 1}`, serialNumber: `TEST-${index + 1}` }
    // The plant has no client, and it must not change during its test.
    const known = { ...named, simulated: 'SILENT', ...toColumns(row) }
    const plant = newPlant(organizationId, now, known)
    await tx.insertInto('plants').values(plant).execute()
  }
}

/** Gives a fleet new IDs. The same seed results in the same IDs, which two organizations cannot share. */
function withOwnIds({ templates, groups, plants }: Fleet): Fleet {
  const groupIds = new Map(groups.map(({ id }) => [id, crypto.randomUUID()]))
  const own = (id: string) => groupIds.get(id) ?? id
  function* renamed() {
    for (const plant of plants) {
      yield { ...plant, id: crypto.randomUUID(), groupIds: plant.groupIds.map(own) }
    }
  }
  return {
    templates,
    groups: groups.map((group) => ({ ...group, id: own(group.id) })),
    plants: renamed(),
  }
}
