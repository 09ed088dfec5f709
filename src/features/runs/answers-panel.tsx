import { MessagesSquare } from 'lucide-react'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { CommonFields, ComparedFields } from './answer-fields'
import { AnswerGroups, groupsToShow } from './answer-groups'
import { AnswerPlants } from './answer-plants'
import {
  type Comparison,
  answersOf,
  fieldsThatDiffer,
  foldAnswers,
} from '@/domain/runs/folded-answers'
import { groupsText } from '@/domain/runs/groups-text'
import type { Run } from '@/domain/runs/run-progress'
import { noAnswersText } from '@/domain/runs/run-summary'
import { codePart } from '@/lib/code-part'
import { countOf } from '@/lib/format-count'
import { serverNow } from '@/lib/server-clock'
import { EmptyState } from '@/ui/empty-state'
import { ExportButtons } from '@/ui/export-buttons'
import { Panel } from '@/ui/panel'

const exportPart = codePart(() => import('./answers-export'))

/** More columns can’t be read side by side; compared fields come first, and those with the fewest values. */
const mostColumns = 12

/** The answers of a run: identical ones are one group, and those of the fewest plants come first. */
export function AnswersPanel({ run: latest }: { run: Run }) {
  // While a run is under way, its table and buttons come first.
  const run = useDeferredValue(latest)
  const [choices, setChoices] = useState<ReadonlyMap<string, Comparison>>(new Map())
  const [openAt, setOpenAt] = useState<number>()
  const listId = useId()
  const answers = useMemo(() => answersOf(run), [run])
  const folded = useMemo(
    () => foldAnswers(answers, (path) => choices.get(path)),
    [answers, choices],
  )
  const groups = useMemo(() => groupsToShow(folded), [folded])
  const fields = useMemo(() => fieldsThatDiffer(folded), [folded])
  const { document } = run

  async function table() {
    const exportedAtMs = serverNow()
    const { answersExport } = await exportPart.load()
    return answersExport({ run, answers, folded, exportedAtMs })
  }

  if (folded.answered === 0) {
    const none = noAnswersText(run)
    return (
      <Panel title="Answers">
        <EmptyState icon={MessagesSquare} title={none.title}>
          {none.text}
        </EmptyState>
      </Panel>
    )
  }
  const open = groups.find(({ plants }) => openAt !== undefined && plants.includes(openAt))
  return (
    <Panel title="Answers" actions={<ExportButtons size="sm" what="the answers" table={table} />}>
      <div className="flex flex-col gap-3 p-4 max-md:p-3">
        <p>{groupsText(folded)}</p>
        <CommonFields folded={folded} />
        <ComparedFields
          folded={folded}
          onChange={(path, by) => setChoices(new Map(choices).set(path, by))}
        />
        {fields.length > mostColumns ? (
          <p className="text-muted">
            {countOf(fields.length - mostColumns, 'more field')} differ. The export has all of them.
          </p>
        ) : null}
        <AnswerGroups
          groups={groups}
          fields={fields.slice(0, mostColumns)}
          all={answers.length}
          open={open}
          listId={listId}
          onOpen={setOpenAt}
        />
        {open ? (
          <AnswerPlants
            key={openAt}
            id={listId}
            document={document}
            answers={answers}
            group={open}
            compared={folded.differing}
            fields={'values' in open ? folded.leftOut.slice(0, mostColumns) : []}
          />
        ) : null}
      </div>
    </Panel>
  )
}
