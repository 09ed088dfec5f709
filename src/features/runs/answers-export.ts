import { runFileName, runLines } from './results-export'
import { fieldHeadings } from '@/domain/runs/field-headings'
import type { FoldedAnswers, PlantAnswer } from '@/domain/runs/folded-answers'
import { plainFieldText } from '@/domain/runs/run-answer'
import type { RunPlant } from '@/domain/runs/run-document'
import type { Run } from '@/domain/runs/run-progress'
import { runStateMeanings } from '@/domain/runs/run-words'
import { countOf, formatCount } from '@/lib/format-count'
import {
  type CellColumn,
  cellsOf,
  headsOf,
  numberColumn,
  textColumn,
} from '@/lib/table-export/cell-columns'
import { type ExportTable, unreadableCell, utcText } from '@/lib/table-export/export-table'

/** Data of the export. */
interface AnswersExport {
  run: Run
  /** One for each plant of the run. */
  answers: readonly PlantAnswer[]
  folded: FoldedAnswers
  exportedAtMs: number
}

interface Row extends PlantAnswer {
  plant: RunPlant | undefined
  /** Number of its group, from 1, in the order on screen; undefined without an answer. */
  group: number | undefined
  inGroup: number | undefined
}

type AnswerColumn = CellColumn<Row>

/** Excel has 16,384 columns, and no one reads as many. */
const maxFields = 500

const plantColumns: readonly AnswerColumn[] = [
  textColumn('Plant ID', ({ plant }) => plant?.id),
  textColumn('Name', ({ plant }) => plant?.name),
  textColumn('Serial number', ({ plant }) => plant?.serialNumber),
  textColumn('State', ({ state }) => runStateMeanings[state].label),
  textColumn('Response status', ({ answer }) =>
    answer && answer.status === undefined ? unreadableCell : answer?.status,
  ),
  numberColumn('Group', ({ group }) => group),
  numberColumn('Plants in the group', ({ inGroup }) => inGroup),
  textColumn('Kind of response', ({ answer }) => answer && kindWords[answer.kind]),
]

const kindWords = { json: 'JSON', text: 'Not JSON', none: 'None', unreadable: unreadableCell }

/** Returns the answers of a run: one row per plant, one column per field of the JSON, numbers as the plants wrote them. */
export function answersExport({ run, answers, folded, exportedAtMs }: AnswersExport): ExportTable {
  const all = [...folded.common, ...folded.differing, ...folded.leftOut]
  const fields = all.slice(0, maxFields)
  const headings = fieldHeadings(
    fields,
    plantColumns.map(({ heading }) => heading),
  )
  const columns: AnswerColumn[] = [
    ...plantColumns,
    ...fields.map(({ path }): AnswerColumn =>
      textColumn(headings.get(path) ?? path, ({ answer }) => {
        const text = answer?.fields.get(path)
        return text === undefined || answer?.kind !== 'json' ? text : plainFieldText(text)
      }),
    ),
  ]
  return {
    fileName: runFileName(run.document, 'answers', exportedAtMs),
    title: 'Answers',
    columns: headsOf(columns),
    about: [
      ...runLines(run),
      {
        label: 'Answers',
        text: `${formatCount(folded.answered)} of ${countOf(answers.length, 'plant')}, in ${countOf(folded.groups.length, 'group')}`,
      },
      ...(folded.leftOut.length > 0
        ? [{ label: 'Grouped without', text: folded.leftOut.map(({ path }) => path).join(', ') }]
        : []),
      ...(all.length > fields.length
        ? [{ label: 'Not in this file', text: countOf(all.length - fields.length, 'more field') }]
        : []),
      { label: 'Exported', text: utcText(exportedAtMs) },
    ],
    rows: rowsOf(run, answers, folded).map((row) => cellsOf(columns, row)),
    rowCount: answers.length,
  }
}

function rowsOf(run: Run, answers: readonly PlantAnswer[], { groups }: FoldedAnswers): Row[] {
  const groupOf = new Map(
    groups.flatMap(({ plants }, place) => plants.map((at) => [at, place] as const)),
  )
  return answers.map((one) => {
    const place = groupOf.get(one.at)
    const plant = run.document.plants[one.at]
    if (place === undefined) return { ...one, plant, group: undefined, inGroup: undefined }
    return { ...one, plant, group: place + 1, inGroup: groups[place]?.plants.length }
  })
}
