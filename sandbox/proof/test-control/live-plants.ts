import * as z from 'zod/mini'
import type { PlantRow } from '#sandbox/platform/database/tables'
import { mayConnect } from '#sandbox/platform/lifecycle/lifecycle'
import type { PlatformContext } from '#sandbox/platform/platform-context'
import { issuePackage } from '#sandbox/platform/provisioning/issue-package'
import { plantsWithTemplates } from '#sandbox/world/commissioning/field-candidates'
import { steadyBehaviour } from '#sandbox/world/field/behaviour'
import { Field } from '#sandbox/world/field/field'
import { describeEvent } from '#sandbox/world/field/plant-event'
import { type PlantPackage, readPackage } from '#sandbox/world/field/plant-package'
import { siteOf } from '#sandbox/world/site-model/site-of-plant'

/** Requested behaviour of a plant: by default steady and quick. */
export const liveRequestSchema = z.strictObject({
  /** Package with which to connect; by default, the platform issues one. */
  package: z.optional(z.looseObject({})),
  /** Expiry of the issued certificate, also in the past; two years from now by default. */
  certificateExpiresAt: z.optional(z.iso.datetime()),
  /** Outcome of its first attempt to connect; any other one is an error. */
  expected: z._default(z.enum(['accepted', 'refused']), 'accepted'),
  ack: z._default(z.enum(['quick', 'error', 'never']), 'quick'),
  ackDelayMs: z._default(z.int().check(z.minimum(0), z.maximum(600_000)), 0),
  intervalMs: z._default(z.int().check(z.minimum(100), z.maximum(600_000)), 2_000),
  state: z._default(z.enum(['online', 'degraded']), 'online'),
})
type LiveRequest = z.infer<typeof liveRequestSchema>

interface PlantAddress {
  organizationId: string
  plantId: string
}

interface StartFailure {
  status: 404 | 409
  message: string
}

/** Simulated plants that tests start and stop; no technician brings them new credentials. */
export class LivePlants {
  private readonly platform: PlatformContext
  private readonly field: Field
  private readonly waiting = new Map<string, (refusal: string | null) => void>()

  constructor(platform: PlatformContext) {
    this.platform = platform
    this.field = new Field({
      seed: 1,
      onEvent: (plantId, event) => {
        if (event.kind === 'ready') this.waiting.get(plantId)?.(null)
        if (event.kind === 'failed') this.waiting.get(plantId)?.(describeEvent(event))
      },
    })
  }

  /**
   * Starts a plant; resolves once it is subscribed to commands or refused, and that is on disk. Returns a failure if
   * another outcome was expected. A refused plant keeps trying to connect.
   */
  async start(
    { organizationId, plantId }: PlantAddress,
    { package: given, certificateExpiresAt, expected, ...behaviour }: LiveRequest,
  ): Promise<StartFailure | null> {
    const [candidate] = await plantsWithTemplates(this.platform.database, [plantId])
    if (candidate?.plant.organizationId !== organizationId) {
      return { status: 404, message: 'no such plant' }
    }
    if (given && given.plantId !== plantId) {
      return { status: 409, message: 'the package belongs to another plant' }
    }
    await this.field.remove(plantId)
    const { plant, templateSignals } = candidate
    const refusal = new Promise<string | null>((resolve) => this.waiting.set(plantId, resolve))
    this.field.add({
      package: given
        ? readPackage(JSON.stringify(given))
        : await this.issue(plant, certificateExpiresAt),
      site: siteOf(plant, templateSignals),
      behaviour: { ...steadyBehaviour, ...behaviour },
    })
    const message = await refusal
    this.waiting.delete(plantId)
    await this.platform.broker.settled()
    if ((message === null) === (expected === 'accepted')) return null
    return { status: 409, message: message ?? 'the plant was accepted' }
  }

  async end(plantId: string): Promise<void> {
    await this.field.remove(plantId)
    await this.platform.broker.settled()
  }

  stop(): Promise<void> {
    return this.field.stop()
  }

  private issue(
    plant: Pick<PlantRow, 'id' | 'authMethod' | 'lifecycleStatus'>,
    certificateExpiresAt: string | undefined,
  ): Promise<PlantPackage> {
    const { database, now } = this.platform
    return database.transaction().execute(async (tx) => {
      if (!mayConnect(plant.lifecycleStatus)) {
        const update = tx.updateTable('plants').set({ lifecycleStatus: 'PROVISIONED' })
        await update.where('id', '=', plant.id).execute()
      }
      const expiry = certificateExpiresAt !== undefined && {
        expiresAt: new Date(certificateExpiresAt),
      }
      return issuePackage({ platform: this.platform, tx, plant, now: now() }, expiry || {})
    })
  }
}
