// What a run left undone, as the plan of a new one.
import type { RunDocument, RunPlant } from './run-document'
import { whyLeftOut } from './run-eligibility'
import { isOpen } from './run-events'
import { canaryFirst } from './run-order'
import { type ReadPlant, runPlantOf } from './run-plant'
import { type Run, stateIn } from './run-progress'
import { type RunRow, type RunRowState, repeatableStates } from './run-row'
import { uniqueKey } from '@/lib/unique-key'

/** The facts from which a rest is planned. */
interface RestNow {
  /** Unix ms, server's clock. */
  nowMs: number
  createdBy: string
  /** The plants as they are now, by ID; those that can't be read are missing. */
  plants: ReadonlyMap<string, ReadPlant>
}

/** The plan of what a run left undone. */
interface RestPlan {
  /** Undefined when no plant is left, and while the run has not ended. */
  document: RunDocument | undefined
  /** Plants that could be tried again, but can't be read now. */
  unread: readonly RunPlant[]
  /** Plants that are not tried again, each with a reason without a full stop. */
  leftOut: readonly { plant: RunPlant; reason: string }[]
}

/**
 * Plans what a run that ended left undone at some of its plants: the same action with the same settings, and the plants as
 * they are now. Only plants that nothing reached are tried again.
 */
export function planOfRest(
  run: Run,
  ids: readonly string[],
  { nowMs, createdBy, plants: current }: RestNow,
): RestPlan {
  const { document } = run
  const { kind } = document.action
  const attributes = document.settings.limits.map(({ attribute }) => attribute)
  const [read, unread]: [ReadPlant[], RunPlant[]] = [[], []]
  const leftOut: { plant: RunPlant; reason: string }[] = []
  const chosen = new Set(ids)
  for (const [at, planned] of document.plants.entries()) {
    const row = run.rows[at]
    if (!row || !chosen.has(planned.id)) continue
    const plant = current.get(planned.id)
    const isTooLate = plant && whyLeftOut(plant, { kind, withUnreachable: true, nowMs })
    const reason = whyRowNotRepeated(row, stateIn(run, row)) ?? isTooLate
    if (reason !== undefined) leftOut.push({ plant: planned, reason })
    else if (plant) read.push(plant)
    else unread.push(planned)
  }
  // The first plants are chosen again: they may be the reason why the run ended.
  const ordered = canaryFirst(read, document.settings.canary)
  const plants = ordered.map((plant) => runPlantOf(plant, attributes))
  const isPlanned = !isOpen(run) && plants.length > 0
  return {
    document: isPlanned
      ? {
          ...document,
          id: uniqueKey(),
          createdAtMs: nowMs,
          createdBy,
          note: noteOf(document),
          plants,
        }
      : undefined,
    unread,
    leftOut,
  }
}

/** A rest of a rest names only the run before it. */
function noteOf({ id, note }: RunDocument): string {
  return `Continues run ${id}. ${note.replace(/^Continues run \S+\. ?/, '')}`.trim()
}

/** A browser may repeat a request by itself and show the refusal of the copy, so a refusal alone proves nothing. */
function whyRowNotRepeated({ evidence }: RunRow, state: RunRowState): string | undefined {
  const isProven = evidence !== undefined && evidence.gap === undefined
  if (state !== 'refused' || isProven) return whyNotRepeated(state)
  return 'It was refused, but no reading shows that nothing was done'
}

const reasons: Record<RunRowState, string | undefined> = {
  'not-sent': undefined,
  'held-back': undefined,
  refused: undefined,
  sending: 'Its request is still in progress',
  waiting: 'Its answer is still awaited',
  ok: 'It’s done',
  answered: 'The plant has answered',
  error: 'The plant received it and answered with an error',
  'no-answer': 'It was sent, and the plant may still answer',
  unknown: 'It may have been sent, so sending it again could do it twice',
}

/** Returns why a plant in a state is not tried again, without a full stop; undefined when it can be. */
export function whyNotRepeated(state: RunRowState): string | undefined {
  return repeatableStates.has(state) ? undefined : reasons[state]
}
