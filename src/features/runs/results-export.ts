import { contradictionsIn } from '@/domain/runs/read-evidence'
import type { RunDocument } from '@/domain/runs/run-document'
import { type RunResult, resultsOf, runEvidenceColumns } from '@/domain/runs/run-evidence'
import type { Run } from '@/domain/runs/run-progress'
import { endProblems } from '@/domain/runs/run-rules'
import { actionLabel, endWord, phaseWords, runStateMeanings } from '@/domain/runs/run-words'
import { limitLabel, settingWords } from '@/domain/runs/setting-words'
import { datedName, fileNamePart } from '@/lib/file-name'
import { countOf, formatCount } from '@/lib/format-count'
import { entriesOf } from '@/lib/keyed-record'
import { cellsOf, headsOf } from '@/lib/table-export/cell-columns'
import { type AboutLine, type ExportTable, utcText } from '@/lib/table-export/export-table'

/** Data of the export. */
interface ResultsExport {
  run: Run
  /** SHA-256 of the document, lower-case hex. */
  hash: string
  exportedAtMs: number
}

/** Returns the results of a run with the evidence for each, as known at this moment. */
export function resultsExport({ run, hash, exportedAtMs }: ResultsExport): ExportTable {
  const results = resultsOf(run)
  return {
    fileName: runFileName(run.document, 'run', exportedAtMs),
    title: 'Run',
    columns: headsOf(runEvidenceColumns),
    about: [
      ...runLines(run),
      { label: 'Hash (SHA-256)', text: hash },
      ...settingLines(run.document),
      ...stateLines(results),
      evidenceLine(run, results),
      { label: 'Exported', text: utcText(exportedAtMs) },
    ],
    rows: results.map((result) => cellsOf(runEvidenceColumns, result)),
    rowCount: results.length,
  }
}

/** Returns the name of a file about a run: its action, its ID and the day. */
export function runFileName({ action, id }: RunDocument, what: string, atMs: number): string {
  return datedName(
    `${what}-${fileNamePart(actionLabel(action))}-${fileNamePart(id).slice(0, 8)}`,
    atMs,
  )
}

const endLabels = { finished: 'Finished', stopped: 'Stopped' } as const

/** Returns what a file says of the run itself: its ID, action, author, times and phase. */
export function runLines(run: Run): AboutLine[] {
  const { document, progress } = run
  const { action, note } = document
  const { startedAtMs, startedBy, endedAtMs, halt } = progress
  const phase = phaseWords[progress.phase]
  const problems = endProblems(run).join(' ')
  return [
    { label: 'Run', text: document.id },
    { label: 'Action', text: actionLabel(action) },
    ...(action.kind === 'command' ? [{ label: 'Exact bytes sent', text: action.body }] : []),
    { label: 'Scope', text: document.scope },
    ...(note === '' ? [] : [{ label: 'Note', text: note }]),
    { label: 'Planned', text: `${utcText(document.createdAtMs)} by ${document.createdBy}` },
    ...timeLine('Started', startedAtMs, startedBy),
    ...timeLine(endLabels[endWord(progress.phase)], endedAtMs),
    { label: 'Phase', text: halt ? `${phase}: ${halt.detail}` : phase },
    ...(problems === '' ? [] : [{ label: 'Problems', text: problems }]),
  ]
}

function timeLine(label: string, atMs: number | undefined, by?: string): AboutLine[] {
  if (atMs === undefined) return []
  return [{ label, text: utcText(atMs) + (by === undefined ? '' : ` by ${by}`) }]
}

function settingLines({ settings }: RunDocument): AboutLine[] {
  return [
    ...entriesOf(settingWords).map(([name, { label }]) => ({
      label,
      text: String(settings[name]),
    })),
    ...settings.limits.map(({ attribute, percent }) => ({
      label: 'Limit',
      text: `At most ${percent} % of the plants of one ${limitLabel(attribute)} in flight`,
    })),
  ]
}

function stateLines(results: readonly RunResult[]): AboutLine[] {
  const counts = entriesOf(runStateMeanings).map(([state, { label }]) => ({
    label,
    count: results.filter((result) => result.state === state).length,
  }))
  return [
    { label: 'Plants', text: formatCount(results.length) },
    ...counts
      .filter(({ count }) => count > 0)
      .map(({ label, count }) => ({ label: `State: ${label}`, text: formatCount(count) })),
  ]
}

/** The states were worked out again from the cells of this file. */
function evidenceLine(run: Run, results: readonly RunResult[]): AboutLine {
  const wrong = contradictionsIn(run, results)
  return {
    label: 'Evidence',
    text:
      wrong === 0
        ? 'Each state follows from the evidence in its row.'
        : `The state of ${countOf(wrong, 'plant')} does not follow from the evidence in its row.`,
  }
}
