import {
  type FieldCandidate,
  degradedSerialNumber,
  plantWithSwappedController,
  plantsWithTemplates,
  plantsToCommission,
} from './field-candidates'
import { PackageStore } from './package-store'
import { renewTokens, startTechnician, technicianWaysMs } from './technician'
import { withoutSimulatedMark } from '#sandbox/platform/plants/simulated-mark'
import type { PlatformContext } from '#sandbox/platform/platform-context'
import { type IssuedPackage, issuePackage } from '#sandbox/platform/provisioning/issue-package'
import { Field } from '#sandbox/world/field/field'
import { siteOf } from '#sandbox/world/site-model/site-of-plant'

interface DemoFieldOptions {
  field: number
  seed: number
  dataFolder: string
}

/**
 * Makes part of the demo fleet live: gives each of these plants a package, as a technician would, and starts it. From
 * then on, the platform knows only what the plants send through the broker.
 */
export async function startDemoField(
  platform: PlatformContext,
  { field: size, seed, dataFolder }: DemoFieldOptions,
  waysMs = technicianWaysMs,
): Promise<{ stop: () => Promise<void> }> {
  if (size === 0) return { stop: () => Promise.resolve() }
  const store = new PackageStore(dataFolder)
  const members = await commissionedPlants(platform, store, size)
  const field = new Field({ seed })
  // The stored tokens expire if the platform is down for a day.
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

/** Returns the plants with a package, after commissioning more until `size` is reached. Deletes all other packages. */
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
    // The new controller got the next package but never came up; the old one keeps trying to connect.
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

/** Returns the plants of the store that are live and no longer simulated. */
async function livePlants(
  { database }: PlatformContext,
  store: PackageStore,
): Promise<FieldCandidate[]> {
  const plants = await plantsWithTemplates(database, store.plantIds())
  return plants.filter(({ plant }) => plant.simulated === null)
}

/**
 * Issues a package for a plant that was only simulated; its certificate expires at the date already shown. The package
 * is stored before the commit: after a crash in between, the plant is still simulated and its package gets deleted.
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
      // The plant is offline until its client connects.
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
    // The rotation time shown before stays unchanged.
    await tx.updateTable('plants').set({ secretRotatedAt }).where('id', '=', plant.id).execute()
    store?.write(issued)
  })
}

/** Replaces the broker address in a package, which may have changed since the package was issued. */
function atThisBroker(issued: IssuedPackage, { brokerAddress }: PlatformContext): IssuedPackage {
  return { ...issued, mqtt: { ...issued.mqtt, ...brokerAddress } }
}
