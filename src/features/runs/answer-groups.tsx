import { ChevronRight } from 'lucide-react'
import { GroupFieldValue } from './answer-value'
import type { AnswerField } from '@/domain/runs/answer-values'
import { fieldHeadings } from '@/domain/runs/field-headings'
import type { AnswerGroup, FoldedAnswers, SilentGroup } from '@/domain/runs/folded-answers'
import { runStateMeanings } from '@/domain/runs/run-words'
import { countOf } from '@/lib/format-count'
import { cutText } from '@/ui/cut-text'
import { StatusBadge } from '@/ui/status-badge'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'
import { type WindowedColumn, WindowedTable } from '@/ui/windowed-table'

/** A row: plants with the same answer, or plants without one that are in the same state. */
type ShownGroup = AnswerGroup | SilentGroup

/** Returns the rows of the table: the smallest group of answers first, and at the end the plants without an answer. */
export function groupsToShow({ groups, silent }: FoldedAnswers): ShownGroup[] {
  return [...groups, ...silent]
}

interface AnswerGroupsProps {
  groups: readonly ShownGroup[]
  fields: readonly AnswerField[]
  /** Number of plants of the run. */
  all: number
  open: ShownGroup | undefined
  listId: string
  /** Called with a plant of the group, which stays in it while others join; undefined closes the list. */
  onOpen: (at: number | undefined) => void
}

const fixed = ['Plants', 'Share', 'Answer']

/** Groups of identical answers, with the fields in which they differ. */
export function AnswerGroups(props: AnswerGroupsProps) {
  const { groups, fields } = props
  return (
    <WindowedTable
      label="Groups of answers"
      rows={groups}
      keyOf={({ plants }) => String(plants[0])}
      columns={columnsOf(props)}
      minPx={400 + 136 * fields.length}
      className="max-h-[50dvh]"
    />
  )
}

function columnsOf({
  fields,
  all,
  open,
  listId,
  onOpen,
}: AnswerGroupsProps): WindowedColumn<ShownGroup>[] {
  const headings = fieldHeadings(fields, fixed)
  return [
    {
      heading: 'Plants',
      width: '8.5rem',
      cell: (group) => (
        <OpenButton
          plants={group.plants.length}
          listId={group === open ? listId : undefined}
          onPress={() => onOpen(group === open ? undefined : group.plants[0])}
        />
      ),
    },
    {
      heading: 'Share',
      width: '5.25rem',
      isNumeric: true,
      cell: ({ plants }) => `${((100 * plants.length) / all).toFixed(1)} %`,
    },
    { heading: 'Answer', width: 'minmax(11rem, 1fr)', cell: (group) => <Answer group={group} /> },
    ...fields.map(({ path }): WindowedColumn<ShownGroup> => ({
      heading: visibleText(cutText(headings.get(path) ?? path, 60)),
      width: 'minmax(8rem, 1fr)',
      cell: (group) =>
        'values' in group ? (
          <GroupFieldValue value={group.values.get(path)} isJson={group.kind === 'json'} />
        ) : null,
    })),
  ]
}

interface OpenButtonProps {
  plants: number
  /** ID of the list of plants while it is open. */
  listId: string | undefined
  onPress: () => void
}

function OpenButton({ plants, listId, onPress }: OpenButtonProps) {
  const isOpen = listId !== undefined
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-controls={listId}
      onClick={onPress}
      className="-ml-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 font-medium tabular-nums hover:bg-hover max-md:min-h-11"
    >
      <ChevronRight
        aria-hidden
        className={`size-4 shrink-0 text-muted print:hidden ${isOpen ? 'rotate-90' : ''}`}
      />
      {countOf(plants, 'plant')}
    </button>
  )
}

function Answer({ group }: { group: ShownGroup }) {
  const { label, tone, hint } = runStateMeanings[group.state]
  return (
    <span className="flex max-w-full min-w-0 items-center gap-x-1.5" title={hint}>
      <StatusBadge isPlain tone={tone}>
        {label}
      </StatusBadge>
      {'kind' in group ? <AnswerDetail group={group} /> : null}
    </span>
  )
}

/** Details beyond the badge: a status that this dashboard doesn’t know, and a response that isn’t JSON. */
function AnswerDetail({ group: { state, status, kind } }: { group: AnswerGroup }) {
  const notes = {
    json: undefined,
    text: 'not JSON',
    none: 'no response',
    unreadable: 'response unreadable',
  }
  const isUsual = state === 'error' || (state === 'ok' && status === 'OK')
  return (
    <span className="truncate text-muted">
      {status === undefined ? 'status unreadable' : null}
      {isUsual || status === undefined ? null : (
        <UntrustedText isCut longest={40} fallback="no status">
          {status}
        </UntrustedText>
      )}
      {notes[kind] === undefined ? null : ` ${notes[kind]}`}
    </span>
  )
}
