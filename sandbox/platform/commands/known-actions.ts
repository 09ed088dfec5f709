import type { Kysely } from 'kysely'
import * as z from 'zod/mini'
import type { PlantRow, Tables } from '#sandbox/platform/database/tables'
import { ApiProblem } from '#sandbox/platform/http/api-problem'

/** Commands of the platform itself (contract/platform.md, "Known command names"). */
const platformActions = [
  'CHARGE',
  'DISCHARGE',
  'HOLD',
  'CHARGE_ONLY',
  'DISCHARGE_ONLY',
  'CONTINUOUS_CHARGE',
  'DEFAULT',
  'SET_SOC_LIMITS',
  'SET_OVERFLOW',
  'CANCEL_ALL',
  'SCHEDULE',
  'SET_TELEMETRY_INTERVAL',
  'SET_DEFAULTS',
  'GET_INFO',
  'reboot',
]

const templateActionsSchema = z.array(z.looseObject({ command: z.string() }))
const subDevicesSchema = z.array(z.string())

/**
 * Checks that an action exists in the platform or in the plant's template.
 * @throws ApiProblem BAD_REQUEST
 */
export async function requireKnownAction(
  tx: Kysely<Tables>,
  plant: PlantRow,
  action: string,
): Promise<void> {
  const known = new Set([...(await templateActions(tx, plant.templateId)), ...platformActions])
  if (known.has(action)) return
  throw new ApiProblem('BAD_REQUEST', `Unknown action "${action}"`, {
    details: [`command: Must be one of ${[...known].join(', ')}`],
  })
}

/**
 * Checks that a target is a sub-device that the plant has reported.
 * @throws ApiProblem BAD_REQUEST
 */
export function requireKnownTarget(plant: PlantRow, target: string | undefined): void {
  if (target === undefined) return
  const devices = z.parse(subDevicesSchema, JSON.parse(plant.subDevices ?? '[]'))
  if (devices.includes(target)) return
  const known =
    devices.length > 0 ? `has ${devices.join(', ')}` : 'has not reported any sub-devices'
  throw new ApiProblem('BAD_REQUEST', `Unknown target "${target}"`, {
    details: [`target: The plant ${known}`],
  })
}

async function templateActions(tx: Kysely<Tables>, templateId: string | null): Promise<string[]> {
  if (templateId === null) return []
  const template = await tx
    .selectFrom('templates')
    .where('id', '=', templateId)
    .select('actions')
    .executeTakeFirst()
  if (!template) return []
  return z.parse(templateActionsSchema, JSON.parse(template.actions)).map(({ command }) => command)
}
