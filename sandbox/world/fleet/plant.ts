import type { GroupSet } from './groups'
import { siteMetadata } from './metadata'
import type { NamedSite } from './odd-sites'
import { byShare, Random } from './random'
import type { SeedPlant } from './seed-records'
import { serialNumber } from './serial-number'
import { plantTypeOf, siteKindShares, type SiteKind, type SiteSize, siteSizeOf } from './site-kinds'
import { descriptions, siteName } from './site-name'
import type { StoryPlant } from './story-plants'
import { subDevicesOf } from './sub-devices'
import type { TemplateSet } from './templates'
import { drawTimeline } from './timeline'
import { asciiTown, languageOf, type Town } from './town'
import { pickTown, townNamed } from './town-map'
import { drawTraits, type Traits } from './traits'
import { isConnectedState } from '#sandbox/platform/lifecycle/connected-states'
import { minuteMs } from '@/lib/instants'

/** Shared inputs for all plants of a fleet. */
interface FleetSetting {
  seed: number
  now: Date
  templates: TemplateSet
  groups: GroupSet
}

/** Creates the plant with this index, which depends only on seed and index, not on the size of the fleet. */
export function seedPlant(
  index: number,
  fixed: StoryPlant | NamedSite | undefined,
  { seed, now, templates, groups }: FleetSetting,
): SeedPlant {
  const random = new Random(seed, index)
  const id = random.uuid()
  const story = fixed && 'key' in fixed ? fixed : undefined
  const town = fixed ? townNamed(fixed.town) : pickTown(random)
  const kind = fixed ? fixed.kind : byShare(siteKindShares, random.fraction())
  const size = siteSizeOf(kind, random)
  const traits = { ...drawTraits(index, seed, random), ...story?.traits }
  const name = fixed ? fixed.name : siteName(kind, town, index, random)
  const dates = datesOf(traits, story, now, random)
  const plant = {
    id,
    name,
    serialNumber:
      story?.serialNumber ?? serialNumber(index, Number(dates.createdAt.slice(0, 4)), random),
    type: plantTypeOf(kind, random),
    status: traits.status,
    lifecycleStatus: traits.lifecycleStatus,
    authMethod: traits.authMethod,
    authFailureCount: traits.authFailureCount,
    ...dates,
    ...certificateOf(traits, random),
    templateId: random.chance(traits.lifecycleStatus === 'PENDING' ? 0.4 : 0.88)
      ? templates.forSite(kind, size.capacityKwh !== null)
      : null,
    metadata: siteMetadata(kind, size, town, random),
    ...placeOf(town, random),
    ...size,
    ...esmLinkOf(traits, town, index, random),
    description: random.chance(0.2) ? random.pick(descriptions[languageOf(town[3])]) : null,
    tag: random.chance(0.18) ? random.pick(tags) : null,
    groupIds: groupsOf(kind, size, town, groups, random),
    ...story?.fields,
  }
  return { ...plant, subDevices: subDevicesOf(plant), simulated: simulatedAs(traits) }
}

/** Longest silence (ms) of a plant that counts as reporting. */
const reportsWithinMs = 15 * minuteMs

function simulatedAs({ status, seenAgoMs }: Traits): SeedPlant['simulated'] {
  return isConnectedState(status) && (seenAgoMs ?? Infinity) <= reportsWithinMs
    ? 'REPORTING'
    : 'SILENT'
}

const tags = ['VIP', 'aFRR', 'pilot', 'LTE', 'záruka', 'letiště', 'SLA-4h'] as const

function isoBefore(now: Date, agoMs: number): string {
  return new Date(now.getTime() - agoMs).toISOString()
}

function datesOf(traits: Traits, story: StoryPlant | undefined, now: Date, random: Random) {
  const timeline = drawTimeline(traits, random)
  const { activatedAgoMs } = timeline
  const { seenAgoMs, certificateInMs } = traits
  const createdAgoMs = story?.createdAgoMs ?? timeline.createdAgoMs
  const rotatedAgoMs = story?.rotatedAgoMs ?? timeline.rotatedAgoMs
  const authFailedAgoMs = story?.authFailedAgoMs ?? timeline.authFailedAgoMs
  const updatedAgoMs = Math.min(timeline.updatedAgoMs, rotatedAgoMs ?? Infinity, createdAgoMs)
  return {
    createdAt: isoBefore(now, createdAgoMs),
    updatedAt: isoBefore(now, updatedAgoMs),
    activatedAt: activatedAgoMs === null ? null : isoBefore(now, activatedAgoMs),
    secretRotatedAt: rotatedAgoMs === null ? null : isoBefore(now, rotatedAgoMs),
    lastSeenAt: seenAgoMs === null ? null : isoBefore(now, seenAgoMs),
    lastAuthFailureAt: authFailedAgoMs === null ? null : isoBefore(now, authFailedAgoMs),
    certificateExpiresAt: certificateInMs === null ? null : isoBefore(now, -certificateInMs),
  }
}

function certificateOf({ certificateInMs }: Traits, random: Random) {
  if (certificateInMs === null) {
    return { certificateFingerprint: null, certificateSerialNumber: null }
  }
  return {
    certificateFingerprint: random.hex(32, ':').toUpperCase(),
    // A leading 4 to 7 keeps the number positive and 16 bytes long.
    certificateSerialNumber: `${random.integer(4, 7)}${random.hex(16).slice(1).toUpperCase()}`,
  }
}

function nearby(degrees: number, spread: number, random: Random): number {
  return Math.round((degrees + random.between(-spread, spread)) * 1e5) / 1e5
}

// Sites are within about three kilometres of their town; one in thirty has no position.
function placeOf([, latitude, longitude]: Town, random: Random) {
  if (random.chance(0.03)) return { latitude: null, longitude: null }
  return {
    latitude: nearby(latitude, 0.025, random),
    longitude: nearby(longitude, 0.035, random),
  }
}

// PLC_READY is the only state in the API's document; the other two are assumed.
function esmLinkOf(traits: Traits, town: Town, index: number, random: Random) {
  const isLinked = traits.seenAgoMs !== null && random.chance(0.35)
  if (!isLinked) return { externalPlantId: null, esiState: null, configEnabled: random.chance(0.3) }
  return {
    externalPlantId: `${asciiTown(town[0])}-${index.toString(36).toUpperCase().padStart(3, '0')}`,
    esiState:
      traits.status === 'ONLINE'
        ? 'PLC_READY'
        : random.pick(['PLC_READY', 'PLC_LOST', 'CONFIG_PENDING']),
    configEnabled: random.chance(0.9),
  }
}

function groupsOf(
  kind: SiteKind,
  size: SiteSize,
  town: Town,
  groups: GroupSet,
  random: Random,
): string[] {
  const ids = random.chance(0.9) ? [groups.ofRegion(town[3])] : []
  if (kind === 'pv-roof' && random.chance(0.25)) ids.push(groups.named('municipal'))
  if (kind === 'pv-roof' && random.chance(0.08)) ids.push(groups.named('dairies'))
  if ((size.capacityKwh ?? 0) >= 500 && random.chance(0.5)) ids.push(groups.named('balancing'))
  if (size.plantWithLoad && random.chance(0.08)) ids.push(groups.named('sharing'))
  return ids
}
