// A run's results as a table: one row per plant with all that its state follows from, so that the file proves itself.
import type { RunPlant } from './run-document'
import { type Run, stateIn } from './run-progress'
import type { RunRow, RunRowState } from './run-row'
import { stateText } from './run-state-text'
import { runStateMeanings } from './run-words'
import { connectionMeaning } from '@/domain/status/connection'
import { lifecycleMeaning } from '@/domain/status/lifecycle'
import {
  type CellColumn,
  numberColumn,
  textColumn,
  timeColumn,
} from '@/lib/table-export/cell-columns'
import { exactFlag, exactList, exactText, exactTime } from '@/lib/table-export/exact-cells'

/** A plant of a run with its row and state. */
export interface RunResult {
  plant: RunPlant
  row: RunRow
  state: RunRowState
}

/** Returns the plants of a run with their rows and states, in the order of the document. */
export function resultsOf(run: Run): RunResult[] {
  return run.document.plants.map((plant, at) => {
    const row = run.rows[at] ?? { plantId: plant.id }
    return { plant, row, state: stateIn(run, row) }
  })
}

const text = (heading: string, of: (row: RunRow) => string | null | undefined) =>
  textColumn<RunResult>(heading, ({ row }) => exactText(of(row)))
const list = (heading: string, of: (row: RunRow) => readonly string[] | undefined) =>
  textColumn<RunResult>(heading, ({ row }) => exactList(of(row)))
const time = (heading: string, of: (row: RunRow) => number | undefined) =>
  timeColumn<RunResult>(heading, ({ row }) => exactTime(of(row)))
const flag = (heading: string, of: (row: RunRow) => boolean | undefined) =>
  textColumn<RunResult>(heading, ({ row }) => exactFlag(of(row)))

/** In the order of the file: the plan and the result in words, then everything that is known, as it was received. */
const columns = {
  plantId: text('Plant ID', ({ plantId }) => plantId),
  name: textColumn<RunResult>('Name', ({ plant }) => plant.name),
  serialNumber: textColumn<RunResult>('Serial number', ({ plant }) => plant.serialNumber),
  lifecycle: textColumn<RunResult>(
    'Lifecycle as planned',
    ({ plant }) => lifecycleMeaning(plant).label,
  ),
  connection: textColumn<RunResult>(
    'Connection as planned',
    ({ plant }) => connectionMeaning(plant).label,
  ),
  state: textColumn<RunResult>('State', ({ state }) => runStateMeanings[state].label),
  reason: textColumn<RunResult>('Reason', ({ row, state }) => stateText(row, state)),
  wave: numberColumn<RunResult>('Wave (0: first plants)', ({ row }) => row.wave),
  heldBackAt: time('Held back', ({ heldBack }) => heldBack?.atMs),
  heldBackReasons: list('Reasons for holding back', ({ heldBack }) => heldBack?.reasons),
  notSentAt: time('Attempt without a request', ({ notSent }) => notSent?.atMs),
  notSentReason: text('Reason for no request', ({ notSent }) => notSent?.reason),
  notSentTries: numberColumn<RunResult>('Attempts', ({ row }) => row.notSent?.tries),
  alertIds: list('Alert IDs before', ({ alertIds }) => alertIds),
  key: text('Request key', ({ request }) => request?.key),
  clickedAt: time('Clicked', ({ request }) => request?.clickedAtMs),
  settledAt: time('Request ended, this device’s clock', ({ request }) => request?.settledAtMs),
  seenIds: list('Record IDs before', ({ request }) => request?.seenIds),
  recordId: text('Record ID in the response', ({ request }) => request?.recordId),
  matchedId: text('Record ID found by content', ({ request }) => request?.matchedId),
  refusal: text('Refusal', ({ request }) => request?.refusal),
  isRepeatable: flag('Refused for now', ({ request }) => request?.isRepeatable),
  isDone: flag('Change confirmed', ({ request }) => request?.isDone),
  givenUpAt: time('Answer given up', ({ request }) => request?.givenUpAtMs),
  readAt: time('Read', ({ evidence }) => evidence?.readAtMs),
  recordIds: list('Record IDs found', ({ evidence }) => evidence?.recordIds),
  gap: text('Gap in the history', ({ evidence }) => evidence?.gap),
  foundId: text('ID of the record', ({ evidence }) => evidence?.record?.id),
  cmdId: text('cmdId', ({ evidence }) => evidence?.record?.cmdId),
  sentAt: text('Sent', ({ evidence }) => evidence?.record?.sentAt),
  createdAt: text('Recorded', ({ evidence }) => evidence?.record?.createdAt),
  ackedAt: text('Acknowledged', ({ evidence }) => evidence?.record?.ackedAt),
  responseStatus: text('Response status', ({ evidence }) => evidence?.record?.responseStatus),
  response: text('Response', ({ evidence }) => evidence?.record?.response),
  unreadable: list('Unreadable members', ({ evidence }) => evidence?.record?.unreadable),
  lifecycleShown: text('Lifecycle shown', ({ evidence }) => evidence?.lifecycle?.status),
  isTarget: flag('Lifecycle is the target', ({ evidence }) => evidence?.lifecycle?.isTarget),
  watchedAt: time('Watched', ({ watch }) => watch?.readAtMs),
  problems: list('Problems after the answer', ({ watch }) => watch?.problems),
}

/** Name of a column of the results. */
export type EvidenceName = keyof typeof columns

/** Returns the position of a column, from 0. */
export const evidencePlace = (name: EvidenceName) => places.get(name) ?? -1

const places = new Map<string, number>(Object.keys(columns).map((name, at) => [name, at]))

/** Columns of the results. */
export const runEvidenceColumns: readonly CellColumn<RunResult>[] = Object.values(columns)
