import { FieldName, FieldValue } from './answer-value'
import type { AnswerField } from '@/domain/runs/answer-values'
import type { FoldedAnswers } from '@/domain/runs/folded-answers'
import { countOf, formatCount } from '@/lib/format-count'
import { Checkbox } from '@/ui/checkbox'

/** More would push the groups off the screen; the file has them all. */
const mostShown = 20

/** Fields that are the same on every plant that answered, each said once. */
export function CommonFields({ folded }: { folded: FoldedAnswers }) {
  const { common, answered } = folded
  if (common.length === 0 || answered < 2) return null
  const more = common.length - mostShown
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1">
      <span className="text-muted">On all {formatCount(answered)}:</span>
      {common.slice(0, mostShown).map(({ path, values }) => (
        <span key={path} className="max-w-full wrap-anywhere">
          <span className="text-muted">
            <FieldName path={path} />
          </span>{' '}
          {/* Common to all answers, so they all are JSON, or none is. */}
          <FieldValue
            text={values[0]?.text}
            isJson={path !== '' || folded.groups[0]?.kind === 'json'}
          />
        </span>
      ))}
      {more > 0 ? <span className="text-muted">and {countOf(more, 'more field')}</span> : null}
    </div>
  )
}

interface ComparedFieldsProps {
  folded: FoldedAnswers
  onChange: (path: string, isCompared: boolean) => void
}

/** The choice of the fields that separate groups. */
export function ComparedFields({ folded, onChange }: ComparedFieldsProps) {
  const { differing, leftOut } = folded
  const fields = [...leftOut, ...differing].slice(0, mostShown).toSorted(byPath)
  if (fields.length === 0) return null
  const left = new Set(leftOut.map(({ path }) => path))
  return (
    <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <legend className="sr-only">Fields that separate groups</legend>
      <span className="text-muted">
        {leftOut.length === 0 ? 'Grouped by every field:' : <GroupedWithout fields={leftOut} />}
      </span>
      {fields.map(({ path, values }) => (
        <Checkbox
          key={path}
          checked={!left.has(path)}
          onChange={({ currentTarget }) => onChange(path, currentTarget.checked)}
          label={
            <>
              <FieldName path={path} />{' '}
              <span className="text-muted">({countOf(values.length, 'value')})</span>
            </>
          }
        />
      ))}
    </fieldset>
  )
}

function GroupedWithout({ fields }: { fields: readonly AnswerField[] }) {
  return (
    <>
      Grouped without{' '}
      {fields.slice(0, mostShown).map(({ path }, at) => (
        <span key={path}>
          {at > 0 ? ', ' : ''}
          <FieldName path={path} />
        </span>
      ))}
      {fields.length > mostShown ? ` and ${countOf(fields.length - mostShown, 'more field')}` : ''}.
      Group by:
    </>
  )
}

function byPath(one: AnswerField, other: AnswerField): number {
  return one.path < other.path ? -1 : 1
}
