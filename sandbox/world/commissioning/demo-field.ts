import type { SandboxOptions } from '#sandbox/platform/cli/options'
import { siteOf } from '#sandbox/platform/energy/site-of-plant'
import { Field } from '#sandbox/world/field/field'
import type { PlatformContext } from '#sandbox/platform/platform-context'
import { type IssuedPackage, issuePackage } from '#sandbox/platform/provisioning/issue-package'
import { withoutSimulatedMark } from '#sandbox/world/seed/simulated-mark'
import {
  type FieldCandidate,
  degradedSerialNumber,
  plantWithSwappedController,
  plantsWithTemplates,
  plantsToCommission,
} from './field-candidates'
import { PackageStore } from './package-store'
import { renewTokens, startTechnician, technicianWaysMs } from './technician'

/**
 * Makes a part of the demo fleet live: hands each of these plants a package, as a technician would, and starts
 * it. From then on the platform knows of it only what comes over the broker.
 */
export async function startDemoField(
  platform: PlatformContext,
  { field: size, seed, dataFolder }: Pick<SandboxOptions, 'field' | 'seed' | 'dataFolder'>,
  waysMs = technicianWaysMs,
): Promise<{ stop: () => Promise<void> }> {
  if (size === 0) return { stop: () => Promise.resolve() }
  const store = new PackageStore(dataFolder)
  const members = await commissionedPlants(platform, store, size)
  const field = new Field({ seed })
  // The tokens in the store ended while the platform was away for a day.
  await renewTokens(platform, { field, store })
  for (const { plant, templateSignals } of members.slice(0, size)) {
    field.add({
      package: atThisBroker(store.read(plant.id), platform),
      site: siteOf(plant, templateSignals),
      ...(plant.serialNumber === degradedSerialNumber && { state: 'degraded' }),
    })
  }
  const technician = startTechnician(platform, { field, store, seed, waysMs })
  return {
    stop: async () => {
      technician.stop()
      await field.stop()
    },
  }
}

/** The plants that have a package, made up to the size where they are fewer; the other packages are forgotten. */
async function commissionedPlants(
  platform: PlatformContext,
  store: PackageStore,
  size: number,
): Promise<FieldCandidate[]> {
  const { database, now } = platform
  const known = await livePlants(platform, store)
  const knownIds = new Set(known.map(({ plant }) => plant.id))
  for (const plantId of store.plantIds()) if (!knownIds.has(plantId)) store.forget(plantId)
  const swapped = known.length === 0 ? await plantWithSwappedController(database) : undefined
  if (swapped) {
    await commission(platform, swapped, store)
    // The new controller was given the next package, and never came up; the old one goes on knocking.
    await commission(platform, swapped)
  }
  const missing = size - store.plantIds().length
  if (missing > 0) {
    for (const candidate of await plantsToCommission(database, missing, now())) {
      await commission(platform, candidate, store)
    }
  }
  return livePlants(platform, store)
}

/** Plants of the store that are no pictures any more. */
async function livePlants(
  { database }: PlatformContext,
  store: PackageStore,
): Promise<FieldCandidate[]> {
  const plants = await plantsWithTemplates(database, store.plantIds())
  return plants.filter(({ plant }) => plant.simulated === null)
}

/**
 * Issues a package for a plant that was only pictured; its certificate ends when the picture said. The package is
 * stored before the commit: after a crash in between, the plant is still a picture and its package forgotten.
 */
function commission(
  platform: PlatformContext,
  { plant }: FieldCandidate,
  store?: PackageStore,
): Promise<void> {
  const now = platform.now()
  return platform.database.transaction().execute(async (tx) => {
    await tx
      .updateTable('plants')
      // Nobody is connected before a client is.
      .set({
        simulated: null,
        metadata: withoutSimulatedMark(plant.metadata),
        status: 'OFFLINE',
      })
      .where('id', '=', plant.id)
      .execute()
    const { certificateExpiresAt, secretRotatedAt } = plant
    const issued = await issuePackage(
      { platform, tx, plant, now },
      certificateExpiresAt === null ? {} : { expiresAt: new Date(certificateExpiresAt) },
    )
    // When the picture says it was rotated stays true for those who look at it.
    await tx.updateTable('plants').set({ secretRotatedAt }).where('id', '=', plant.id).execute()
    store?.write(issued)
  })
}

/** The broker may listen elsewhere than when the package was issued. */
function atThisBroker(issued: IssuedPackage, { brokerAddress }: PlatformContext): IssuedPackage {
  return { ...issued, mqtt: { ...issued.mqtt, ...brokerAddress } }
}
