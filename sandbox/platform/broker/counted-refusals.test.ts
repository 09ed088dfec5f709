// The dashboard tells a plant that is locked out from one without power by these counts and times, so they must be exact.
import { expect, test, vi } from 'vitest'
import { openCertificateAuthority } from '#sandbox/platform/pki/certificate-authority'
import { adminSuite } from '#sandbox/proof/testing/admin-suite'
import { connectPlant } from '#sandbox/proof/testing/plant-client'
import { newDataFolder } from '#sandbox/proof/testing/test-platform'
import { Random } from '#sandbox/world/fleet/random'
import { dayMs, minuteMs } from '@/lib/instants'

const suite = adminSuite()

/** Issues a certificate in a plant's name, by the platform's authority or by a foreign one. */
async function certificateFor(
  plantId: string,
  { folder = suite.platform.dataFolder, isExpired = false } = {},
) {
  const now = new Date()
  const authority = await openCertificateAuthority(folder, { now })
  const expiresAt = new Date(now.getTime() + (isExpired ? -minuteMs : dayMs))
  const { certificatePem: cert, privateKeyPem: key } = await authority.issueClient(plantId, {
    now,
    expiresAt,
  })
  return { cert, key }
}

/** Creates a plant with the credentials that its controllers may present: current, replaced, expired, foreign. */
async function plantWithCredentials() {
  const replaced = await suite.admin.newPackage()
  const { plantId } = replaced
  const current = await suite.admin.provision(plantId)
  const { clientCert: _cert, clientKey: _key, ...security } = current.security
  return {
    plantId,
    current,
    replaced,
    withoutCertificate: { ...current, security },
    expired: await certificateFor(plantId, { isExpired: true }),
    foreign: await certificateFor(plantId, { folder: newDataFolder() }),
  }
}

type Plant = Awaited<ReturnType<typeof plantWithCredentials>>

/** Attempts to connect as a plant, and the plants on which the platform counts them. */
const attempts: Record<
  string,
  {
    connect: (plant: Plant, other: Plant) => ReturnType<typeof connectPlant>
    countsOn: (plant: Plant, other: Plant) => readonly Plant[]
  }
> = {
  'with its current certificate': {
    connect: ({ current }) => connectPlant(current),
    countsOn: () => [],
  },
  'with its expired certificate': {
    connect: ({ current, expired }) => connectPlant(current, expired),
    countsOn: (plant) => [plant],
  },
  'with its replaced certificate': {
    connect: ({ replaced }) => connectPlant(replaced),
    countsOn: (plant) => [plant],
  },
  "with another authority's certificate": {
    connect: ({ current, foreign }) => connectPlant(current, foreign),
    countsOn: (plant) => [plant],
  },
  'without a certificate': {
    connect: ({ withoutCertificate }) => connectPlant(withoutCertificate),
    countsOn: (plant) => [plant],
  },
  "with another plant's certificate": {
    connect: ({ plantId, current }, other) =>
      connectPlant(other.current, { username: current.security.username, clientId: plantId }),
    countsOn: (plant, other) => [plant, other],
  },
  // The handshake ends before the client can say who it is.
  "with another plant's expired certificate": {
    connect: ({ current }, other) => connectPlant(current, other.expired),
    countsOn: (_plant, other) => [other],
  },
}
const kinds = Object.values(attempts)

test('counts 60 attempts of 6 plants exactly, with the time of the latest', async () => {
  const plants: Plant[] = []
  for (let n = 0; n < 6; n += 1) plants.push(await plantWithCredentials())
  const counted = new Map(plants.map((plant) => [plant, { count: 0, at: null as string | null }]))
  const expectCounted = async (plant: Plant) => {
    const { count, at } = counted.get(plant) ?? {}
    const facts = { authFailureCount: count, lastAuthFailureAt: at }
    await vi.waitFor(async () =>
      expect(await suite.admin.plant(plant.plantId)).toMatchObject(facts),
    )
  }
  const random = new Random(12, 0)
  for (let n = 0; n < 60; n += 1) {
    suite.clockMs += random.integer(100, 9000)
    const first = random.integer(0, 5)
    const plant = plants[first] as Plant
    const other = plants[(first + random.integer(1, 5)) % 6] as Plant
    const { connect, countsOn } = kinds[n % kinds.length] as (typeof kinds)[number]
    const isCounted = countsOn(plant, other)
    if (isCounted.length === 0) await (await connect(plant, other)).endAsync()
    else await expect(connect(plant, other)).rejects.toThrow()
    for (const one of isCounted) {
      const before = counted.get(one)?.count ?? 0
      counted.set(one, { count: before + 1, at: new Date(suite.clockMs).toISOString() })
      await expectCounted(one)
    }
  }
  for (const plant of plants) await expectCounted(plant)
}, 30_000)

test('counts 50 attempts with an expired certificate at once', async () => {
  const plant = await plantWithCredentials()
  const refused = Array.from({ length: 50 }, () =>
    expect(connectPlant(plant.current, plant.expired)).rejects.toThrow(),
  )
  await Promise.all(refused)
  await vi.waitFor(async () =>
    expect(await suite.admin.plant(plant.plantId)).toMatchObject({ authFailureCount: 50 }),
  )
})
