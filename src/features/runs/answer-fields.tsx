import { Fragment } from 'react'
import { FieldName, FieldValue } from './answer-value'
import type { AnswerField } from '@/domain/runs/answer-values'
import type { Comparison, FoldedAnswers } from '@/domain/runs/folded-answers'
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
  onChange: (path: string, by: Comparison) => void
}

/** The choice of the fields that separate groups. */
export function ComparedFields({ folded, onChange }: ComparedFieldsProps) {
  const { differing, leftOut, byKind } = folded
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
        <Fragment key={path}>
          <FieldCheckbox
            path={path}
            note={countOf(values.length, 'value')}
            checked={!left.has(path)}
            onChange={(isOn) => onChange(path, isOn ? 'values' : 'none')}
          />
          {byKind.has(path) ? (
            <FieldCheckbox
              path={path}
              note="only type, or missing"
              checked={byKind.get(path) === true}
              onChange={(isOn) => onChange(path, isOn ? 'kind' : 'none')}
            />
          ) : null}
        </Fragment>
      ))}
    </fieldset>
  )
}

interface FieldCheckboxProps {
  path: string
  note: string
  checked: boolean
  onChange: (isOn: boolean) => void
}

function FieldCheckbox({ path, note, checked, onChange }: FieldCheckboxProps) {
  return (
    <Checkbox
      checked={checked}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      label={
        <>
          <FieldName path={path} /> <span className="text-muted">({note})</span>
        </>
      }
    />
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
