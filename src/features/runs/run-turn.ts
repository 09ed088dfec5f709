// The readings before a request: is the plant as it was planned?
import type { RunRequests } from './run-requests'
import type { RunDocument, RunPlant } from '@/domain/runs/run-document'
import { driftOf } from '@/domain/runs/run-plant'
import { alertIdsOf, watchCanary } from '@/domain/runs/run-reading'
import { repetitionSince } from '@/domain/runs/run-repetition'
import type { CanaryWatch } from '@/domain/runs/run-row'
import { deviceNow, serverNow } from '@/lib/server-clock'

/** A plant at its turn. */
interface Turn {
  /** Reasons to hold it back; none when it is as planned. */
  reasons: readonly string[]
  /** IDs in its history; none for a change of the lifecycle. */
  seenIds: readonly string[]
  alertIds: readonly string[] | undefined
  /** Start of the readings, Unix ms, device's clock. */
  sinceMs: number
}

/** Reads a plant, and its history for a command. Rejects when one can't be read. */
export async function readTurn(
  document: RunDocument,
  planned: RunPlant,
  requests: RunRequests,
): Promise<Turn> {
  const sinceMs = deviceNow()
  const { action, settings } = document
  const [plant, history] = await Promise.all([
    requests.readPlant(planned.id),
    action.kind === 'command' ? requests.readHistory(planned.id) : undefined,
  ])
  const commands = history?.commands ?? []
  const attributes = settings.limits.map(({ attribute }) => attribute)
  const reasons = [
    ...driftOf(planned, plant, { kind: action.kind, attributes, nowMs: serverNow() }),
    ...repetitionSince(document, commands),
  ]
  return { reasons, seenIds: commands.map(({ id }) => id), alertIds: alertIdsOf(plant), sinceMs }
}

/** Looks at a plant that went first, after its time. Rejects when it can't be read. */
export async function lookAtCanary(
  { action }: RunDocument,
  planned: RunPlant,
  alertIds: readonly string[] | undefined,
  requests: RunRequests,
): Promise<CanaryWatch> {
  const plant = await requests.readPlant(planned.id)
  const problems = watchCanary(planned, plant, action.kind, alertIds)
  return { readAtMs: serverNow(), problems }
}
