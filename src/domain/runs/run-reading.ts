// What a reading after a request shows.
import type { RunAction, RunPlant } from './run-document'
import type { CanaryWatch, RunEvidence, RunRequest } from './run-row'
import type { PlantDetail } from '@/api/plant-schemas'
import type { HistoryReading } from '@/domain/commands/history-coverage'
import type { CommandContent } from '@/domain/commands/sent-command'
import { sentState } from '@/domain/commands/sent-command'
import { plantLabel } from '@/domain/plant/plant-name'
import { connectionMeaning } from '@/domain/status/connection'
import { isConnected } from '@/domain/status/connection-kind'
import { lifecycleMeaning } from '@/domain/status/lifecycle'
import { countOf } from '@/lib/format-count'
import { isUnreadable } from '@/lib/unreadable'

interface Judgement {
  /** Unix ms, device's clock. */
  nowMs: number
  /** The same moment by the server's clock. */
  serverMs: number
  /** Time to wait for an answer, ms. */
  answerMs: number
  targetKey: string | null
}

/** Returns what a reading of the history shows of a command, and the record that was found without its ID. */
export function commandEvidence(
  request: RunRequest,
  content: CommandContent,
  history: HistoryReading,
  { nowMs, serverMs, answerMs, targetKey }: Judgement,
): { evidence: RunEvidence; matchedId: string | undefined } {
  const { record, ids, gap } = sentState({ ...request, content }, history, {
    nowMs,
    serverMs,
    waitMs: answerMs,
    targetKey,
  })
  const evidence: RunEvidence = {
    readAtMs: history.readAtMs + serverMs - nowMs,
    recordIds: ids,
    gap,
  }
  if (!record) return { evidence, matchedId: undefined }
  const { id, cmdId, sentAt, createdAt, ackedAt, responseStatus, response, unreadable } = record
  return {
    evidence: {
      ...evidence,
      record: { id, cmdId, sentAt, createdAt, ackedAt, responseStatus, response, unreadable },
    },
    matchedId: request.recordId === undefined ? id : undefined,
  }
}

type Change = Exclude<RunAction['kind'], 'command'>

/** The lifecycles that a change leads to. */
const targets: Record<Change, readonly string[]> = {
  suspend: ['SUSPENDED'],
  reactivate: ['ACTIVE', 'PROVISIONED'],
}

/** Returns what a reading of the plant shows of a change of its lifecycle; `readAtMs`: Unix ms, server's clock. */
export function lifecycleEvidence(
  kind: Change,
  plant: PlantDetail | 'gone',
  readAtMs: number,
): RunEvidence {
  if (plant === 'gone') {
    return { readAtMs, recordIds: [], lifecycle: { status: 'gone', isTarget: false } }
  }
  const status = isUnreadable(plant, 'lifecycleStatus') ? '' : plant.lifecycleStatus
  const isTarget = targets[kind].includes(status)
  return { readAtMs, recordIds: [], lifecycle: { status, isTarget } }
}

/** Looks at a canary plant after its bake time; `alertIds` are those of its alerts before the request. */
export function watchCanary(
  planned: RunPlant,
  plant: PlantDetail,
  kind: RunAction['kind'],
  alertIds: readonly string[] | undefined,
): CanaryWatch['problems'] {
  const problems: string[] = []
  if (kind === 'command' && isConnected(planned.status) && !isConnected(plant.status)) {
    problems.push(`${plantLabel(planned)} is ${connectionMeaning(plant).label} after its answer.`)
  }
  const expected = kind === 'command' ? [planned.lifecycleStatus] : targets[kind]
  if (!expected.includes(plant.lifecycleStatus)) {
    problems.push(`${plantLabel(planned)} is ${lifecycleMeaning(plant).label}.`)
  }
  const alerts = alertProblem(plant, alertIds)
  if (alerts) problems.push(`${plantLabel(planned)} ${alerts}.`)
  return problems
}

function alertProblem(
  plant: PlantDetail,
  before: readonly string[] | undefined,
): string | undefined {
  const now = alertIdsOf(plant)
  if (before === undefined || now === undefined) return 'has alerts that can’t be read'
  const fresh = now.filter((id) => !before.includes(id))
  return fresh.length === 0 ? undefined : `has ${countOf(fresh.length, 'new alert')}`
}

/** Returns the IDs of a plant's alerts; undefined when they can't all be read. */
export function alertIdsOf(plant: PlantDetail): string[] | undefined {
  const { alerts } = plant
  // A list that can't be read at all is null as well.
  if (alerts === undefined || isUnreadable(plant, 'alerts')) return undefined
  const ids = alerts?.items.map(({ id }) => id) ?? []
  // Alerts without a readable ID can't be told apart.
  return (alerts?.unreadable ?? 0) > 0 || ids.includes('') ? undefined : ids
}
