import type { PackageStore } from './package-store'
import { logFailure } from '#sandbox/platform/cli/log-failure'
import type { PlatformContext } from '#sandbox/platform/platform-context'
import type { IssuedPackage } from '#sandbox/platform/provisioning/issue-package'
import { maxTokenLifeSeconds } from '#sandbox/platform/provisioning/mqtt-tokens'
import type { Field } from '#sandbox/world/field/field'
import { Random } from '#sandbox/world/fleet/random'
import { minuteMs } from '@/lib/instants'

/** Shortest and longest time (ms) from the admin to the plant. */
export const technicianWaysMs: readonly [number, number] = [20_000, minuteMs]
const tokenRenewalMs = (maxTokenLifeSeconds * 1000) / 2

interface Workplace {
  field: Field
  store: PackageStore
  seed: number
  waysMs: readonly [number, number]
}

/**
 * Starts a simulated technician who takes new packages, secrets and tokens to the plants of the field within a minute.
 * Otherwise, renewing a certificate in the demo would disconnect the plant permanently.
 */
export function startTechnician(
  platform: PlatformContext,
  { field, store, seed, waysMs }: Workplace,
): { stop: () => void } {
  const { credentialEvents } = platform
  const random = new Random(seed, -40)
  const errands = new Set<NodeJS.Timeout>()

  const carry = (plantId: string, change: (previous: IssuedPackage) => IssuedPackage) => {
    if (!field.has(plantId)) return
    const errand = setTimeout(
      () => {
        errands.delete(errand)
        if (!field.has(plantId)) return
        // A full disk must not stop the platform, only this errand.
        try {
          const carried = change(store.read(plantId))
          store.write(carried)
          field.install(plantId, carried)
        } catch (error) {
          logFailure(error)
        }
      },
      random.between(...waysMs),
    )
    errands.add(errand)
  }
  const onIssued = (issued: IssuedPackage) => carry(issued.plantId, () => issued)
  const onRotated = (plantId: string, hmacSecret: string) =>
    carry(plantId, (previous) => ({
      ...previous,
      security: { ...previous.security, hmacSecret },
    }))
  credentialEvents.on('issued', onIssued)
  credentialEvents.on('rotated', onRotated)

  const renewing = setInterval(() => {
    renewTokens(platform, { field, store }).catch((error: unknown) => logFailure(error))
  }, tokenRenewalMs)
  renewing.unref()
  return {
    stop: () => {
      clearInterval(renewing)
      for (const errand of errands) clearTimeout(errand)
      credentialEvents.off('issued', onIssued)
      credentialEvents.off('rotated', onRotated)
    },
  }
}

/** Gives new tokens to the TOKEN plants of the field, because a token expires after a day at most. */
export async function renewTokens(
  { database, mqttTokens, now }: PlatformContext,
  { field, store }: Pick<Workplace, 'field' | 'store'>,
): Promise<void> {
  const plants = await database
    .selectFrom('plants')
    .where('id', 'in', store.plantIds())
    .where('authMethod', '=', 'TOKEN')
    .select(['id', 'credentialsGeneration'])
    .execute()
  for (const { id: plantId, credentialsGeneration: generation } of plants) {
    const previous = store.read(plantId)
    if (previous.authMethod !== 'TOKEN') continue
    const { token, expiresAt } = await mqttTokens.issue(
      { plantId, generation },
      now(),
      maxTokenLifeSeconds,
    )
    const renewed = {
      ...previous,
      security: { ...previous.security, token, tokenExpiresAt: expiresAt },
    }
    store.write(renewed)
    if (field.has(plantId)) field.install(plantId, renewed)
  }
}
