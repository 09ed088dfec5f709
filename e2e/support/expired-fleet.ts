// A fleet whose certificates have expired. Controllers that have power are real clients of the broker.
import { randomUUID } from 'node:crypto'
import { certifiedPlant } from './certificates'
import { dayMs, fromNow, hourMs, minuteMs } from './instants'
import { provisionByApi } from './issuing'
import type { NewOrganization, Organization } from './organization'
import type { Random } from './random'

/** The page's statement about a plant; null for a plant that is no longer at risk. */
export type Verdict = 'Locked out' | 'Not trying to connect' | 'can’t tell' | 'Online' | null

interface Plant {
  id: string
  name: string
  expiredForMs: number
}

interface Story {
  plants: number
  /** The truth on site, whether or not the platform can know it. */
  hasPower: boolean
  verdict: Verdict
  /** Fields in which the row differs from that of a plant that was last seen at the expiry and never failed since. */
  row?: (plant: Plant) => Record<string, unknown>
  happens?: (org: Organization, plant: Plant, random: Random) => Promise<void>
}

const expiryOf = ({ expiredForMs }: Plant) => fromNow(-expiredForMs)

/** Starts a controller that keeps trying with its expired certificate. */
const tryExpired = (org: Organization, plant: Plant) =>
  org.connectPlant(plant.id, { certificateExpiresAt: expiryOf(plant), expected: 'refused' })

/**
 * Lets a controller try once and then takes its power. The hours that followed can't be waited for, so that their record
 * is written: an attempt per interval, from the expiry to the latest one.
 */
async function tryUntil(org: Organization, plant: Plant, lastMs: number, intervalMs: number) {
  await tryExpired(org, plant)
  await org.disconnectPlant(plant.id)
  await org.changePlant(plant.id, {
    lastAuthFailureAt: fromNow(-lastMs),
    authFailureCount: Math.ceil((plant.expiredForMs - lastMs) / intervalMs),
  })
}

/** Connects a plant with a valid certificate, which then expires during the session. */
async function connectAndExpire(org: Organization, plant: Plant) {
  await org.connectPlant(plant.id)
  await org.changePlant(plant.id, { certificateExpiresAt: expiryOf(plant) })
}

const stories: Record<string, Story> = {
  'tries with its expired certificate': {
    plants: 20,
    hasPower: true,
    verdict: 'Locked out',
    happens: tryExpired,
  },
  'tries with a key that was replaced': {
    plants: 4,
    hasPower: true,
    verdict: 'Locked out',
    happens: async (org, plant) => {
      const replaced = await provisionByApi(org, plant.id)
      await provisionByApi(org, plant.id)
      await org.changePlant(plant.id, { certificateExpiresAt: expiryOf(plant) })
      await org.connectPlant(plant.id, { package: replaced, expected: 'refused' })
    },
  },
  "tries with another plant's certificate": {
    plants: 4,
    hasPower: true,
    verdict: 'Locked out',
    happens: async (org, { id }) => {
      const created = await org.call('POST', '/plants', 'admin', {
        name: `Owner of the certificate ${id}`,
        serialNumber: id,
        type: 'CONTROLLER',
        authMethod: 'MTLS',
      })
      const { id: ownerId } = (await created.json()) as { id: string }
      const owned = await provisionByApi(org, ownerId)
      const mixed = { ...owned, plantId: id, security: { ...owned.security, username: id } }
      await org.connectPlant(id, { package: mixed, expected: 'refused' })
    },
  },
  'tries every six hours': {
    plants: 3,
    hasPower: true,
    verdict: 'can’t tell',
    happens: (org, plant, random) =>
      tryUntil(org, plant, random.between(2 * hourMs, 6 * hourMs), 6 * hourMs),
  },
  'has no power since before the expiry': {
    plants: 12,
    hasPower: false,
    verdict: 'Not trying to connect',
    row: ({ expiredForMs }) => ({ lastSeenAt: fromNow(-expiredForMs - dayMs) }),
  },
  'failed, connected again, and has had no power since the expiry': {
    plants: 4,
    hasPower: false,
    verdict: 'Not trying to connect',
    row: ({ expiredForMs }) => ({
      authFailureCount: 9,
      lastAuthFailureAt: fromNow(-expiredForMs - hourMs),
    }),
  },
  'lost its power hours after the expiry': {
    plants: 8,
    hasPower: false,
    verdict: 'Not trying to connect',
    happens: (org, plant, random) =>
      tryUntil(org, plant, random.between(1.5 * hourMs, 20 * hourMs), minuteMs),
  },
  'lost its power half an hour ago': {
    plants: 4,
    hasPower: false,
    verdict: 'can’t tell',
    happens: (org, plant, random) =>
      tryUntil(org, plant, random.between(20 * minuteMs, 50 * minuteMs), minuteMs),
  },
  'has just lost its power': {
    plants: 2,
    hasPower: false,
    verdict: 'can’t tell',
    happens: async (org, plant) => {
      await connectAndExpire(org, plant)
      await org.disconnectPlant(plant.id)
    },
  },
  'is still connected': {
    plants: 2,
    hasPower: true,
    verdict: 'Online',
    happens: connectAndExpire,
  },
  'was renewed and connected': {
    plants: 4,
    hasPower: true,
    verdict: null,
    happens: async (org, plant) => {
      await tryExpired(org, plant)
      await org.connectPlant(plant.id)
    },
  },
}

interface FleetMember extends Plant {
  story: Story
}

/** Draws plants in random order: those of every story, or with `copies` this many of each. */
function drawPlants(random: Random, copies: number | undefined): FleetMember[] {
  const drawn = Object.values(stories).flatMap((story) =>
    Array.from({ length: copies ?? story.plants }, () => story),
  )
  return random.shuffled(drawn).map((story, at) => {
    const name = `Plant ${String(at).padStart(3, '0')}`
    return { id: randomUUID(), name, story, expiredForMs: random.spread(dayMs, 90 * dayMs) }
  })
}

/** Creates an organization with such a fleet and lets everything happen; resolves when the platform has seen it. */
export async function expiredFleet(
  organization: NewOrganization,
  random: Random,
  { copies }: { copies?: number } = {},
) {
  const plants = drawPlants(random, copies)
  const rows = plants.map((plant) => {
    const seenAtExpiry = { lastSeenAt: expiryOf(plant), certificateExpiresAt: expiryOf(plant) }
    const change = { id: plant.id, status: 'OFFLINE', ...seenAtExpiry, ...plant.story.row?.(plant) }
    return certifiedPlant(plant.name, 0, change)
  })
  const org = await organization({ rows })
  await Promise.all(
    plants.map(async (plant) => {
      await plant.story.happens?.(org, plant, random)
    }),
  )
  return {
    org,
    plants,
    /** Takes the power of all controllers. */
    stop: () => Promise.all(plants.map(({ id }) => org.disconnectPlant(id))),
  }
}
