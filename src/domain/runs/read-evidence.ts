// Reads exported results back. Each row of an exported file contains the evidence for its state, so the state of every plant
// can be recomputed from the file alone.
import {
  type EvidenceName,
  type RunResult,
  evidencePlace,
  runEvidenceColumns,
} from './run-evidence'
import { type Run, answerMsOf } from './run-progress'
import { type RunEvidence, type RunRequest, type RunRow, rowState } from './run-row'
import { isKeyOf } from '@/lib/look-up'
import { cellsOf } from '@/lib/table-export/cell-columns'
import { readFlag, readList, readText, readTime } from '@/lib/table-export/exact-cells'
import type { TableCell, TableRow } from '@/lib/table-export/export-table'

/** Reads a row of the results back: from its cells, or from their texts in a CSV file. */
export function rowFromEvidence(cells: TableRow): RunRow {
  const cell: CellOf = (name) => cells[evidencePlace(name)]
  const [heldBackReasons, problems] = [
    readList(cell('heldBackReasons')),
    readList(cell('problems')),
  ]
  return {
    plantId: readText(cell('plantId')) ?? '',
    wave: readNumber(cell('wave')),
    heldBack: heldBackReasons && {
      reasons: heldBackReasons,
      atMs: readTime(cell('heldBackAt')) ?? 0,
    },
    notSent: notSentFrom(cell),
    alertIds: readList(cell('alertIds')),
    request: requestFrom(cell),
    evidence: evidenceFrom(cell),
    watch: problems && { problems, readAtMs: readTime(cell('watchedAt')) ?? 0 },
  }
}

type CellOf = (name: EvidenceName) => TableCell

function notSentFrom(cell: CellOf): RunRow['notSent'] {
  const reason = readText(cell('notSentReason'))
  if (reason === undefined) return undefined
  const tries = readNumber(cell('notSentTries'))
  const atMs = readTime(cell('notSentAt')) ?? 0
  return { reason, atMs, ...(tries === undefined ? {} : { tries }) }
}

function readNumber(cell: TableCell): number | undefined {
  return cell === undefined || cell === null || cell === '' ? undefined : Number(cell)
}

function requestFrom(cell: CellOf): RunRequest | undefined {
  const key = readText(cell('key'))
  if (key === undefined) return undefined
  return {
    key,
    clickedAtMs: readTime(cell('clickedAt')) ?? 0,
    settledAtMs: readTime(cell('settledAt')),
    seenIds: readList(cell('seenIds')),
    recordId: readText(cell('recordId')),
    matchedId: readText(cell('matchedId')),
    refusal: readText(cell('refusal')),
    isRepeatable: readFlag(cell('isRepeatable')),
    isDone: readFlag(cell('isDone')),
    givenUpAtMs: readTime(cell('givenUpAt')),
  }
}

function evidenceFrom(cell: CellOf): RunEvidence | undefined {
  const recordIds = readList(cell('recordIds'))
  if (!recordIds) return undefined
  const record = recordFrom(cell)
  const status = readText(cell('lifecycleShown'))
  const gap = readText(cell('gap')) ?? ''
  return {
    readAtMs: readTime(cell('readAt')) ?? 0,
    recordIds,
    ...(record ? { record } : {}),
    gap: isKeyOf(gaps, gap) ? gap : undefined,
    ...(status === undefined
      ? {}
      : { lifecycle: { status, isTarget: readFlag(cell('isTarget')) ?? false } }),
  }
}

function recordFrom(cell: CellOf): RunEvidence['record'] {
  const id = readText(cell('foundId'))
  if (id === undefined) return undefined
  return {
    id,
    cmdId: readText(cell('cmdId')),
    sentAt: readText(cell('sentAt')),
    createdAt: readText(cell('createdAt')),
    ackedAt: readText(cell('ackedAt')),
    responseStatus: readText(cell('responseStatus')),
    response: readText(cell('response')),
    unreadable: readList(cell('unreadable')),
  }
}

const gaps: Record<NonNullable<RunEvidence['gap']>, true> = {
  checking: true,
  'not-listed': true,
  'not-read-before': true,
  'not-covered': true,
  'not-readable': true,
}

/** Returns how many results have another state than follows from their own cells: none, or the file proves nothing. */
export function contradictionsIn(run: Run, results: readonly RunResult[]): number {
  const answerMs = answerMsOf(run)
  return results.filter(
    (result) =>
      rowState(rowFromEvidence(cellsOf(runEvidenceColumns, result)), answerMs) !== result.state,
  ).length
}
