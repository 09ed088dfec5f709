import type { LifecycleStatus, PlantDetail } from '@/api/plant-schemas'
import { connectionMeaning, isSilent, wasNeverSeen } from '@/domain/status/connection'
import { lifecycleMeaning } from '@/domain/status/lifecycle'
import { lookUp } from '@/lib/look-up'
import { isUnreadable } from '@/lib/unreadable'

/** Something to know before a command is sent. */
export interface CommandWarning {
  key: string
  text: string
  /** The time the text refers to, as the API sent it or in Unix ms. */
  at?: string | number | null | undefined
  /** True for one about what is sent, which needs a second look rather than a quick Enter. */
  isOfPayload?: true
}

/** The meaning of a lifecycle for a command. Only what its name says is claimed: the server has the last word. */
const lifecycleTexts: Record<Exclude<LifecycleStatus, 'ACTIVE'>, string> = {
  PENDING: 'The plant isn’t provisioned, so it may not be able to connect and receive commands.',
  PROVISIONED: 'The plant is provisioned, but not active yet, so it may never receive the command.',
  SUSPENDED:
    'The plant is suspended, so it may not be able to receive commands until it is reactivated.',
  REVOKED: 'The plant is revoked: its credentials are no longer valid, so commands can’t reach it.',
  DECOMMISSIONED: 'The plant is decommissioned. Decommissioned plants receive no commands.',
}

/** Lists why a command may not reach a plant at `nowMs` (Unix ms, server's clock). Commands aren't retained. */
export function connectionWarnings(plant: PlantDetail, nowMs: number): CommandWarning[] {
  return [...lifecycleWarnings(plant), ...contactWarnings(plant, nowMs)]
}

function lifecycleWarnings(plant: PlantDetail): CommandWarning[] {
  const { lifecycleStatus } = plant
  if (lifecycleStatus === 'ACTIVE') return []
  const known = isUnreadable(plant, 'lifecycleStatus')
    ? undefined
    : lookUp<string>(lifecycleTexts, lifecycleStatus)
  const { label } = lifecycleMeaning(plant)
  const text =
    known ?? `The plant’s lifecycle is ${label}, so it may not be able to receive commands.`
  return [{ key: 'lifecycle', text }]
}

function contactWarnings(plant: PlantDetail, nowMs: number): CommandWarning[] {
  const { status, lastSeenAt: at } = plant
  if (status === 'OFFLINE') {
    const text = 'The plant is offline. The command isn’t kept for it and may never arrive.'
    return wasNeverSeen(plant)
      ? [{ key: 'offline', text: `${text} It has never connected.` }]
      : [{ key: 'offline', text: `${text} It was last seen`, at }]
  }
  if (isSilent(plant, nowMs)) {
    return [{ key: 'silent', text: 'The plant is silent. It was last seen', at }]
  }
  if (status === 'ONLINE') return []
  const { label, hint } = connectionMeaning(plant)
  return [{ key: 'connection', text: `The plant’s connection is ${label}. ${hint}` }]
}
