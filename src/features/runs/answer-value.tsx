import type { GroupValue } from '@/domain/runs/folded-answers'
import { type FieldText, shownFieldText } from '@/domain/runs/run-answer'
import { countOf, formatCount } from '@/lib/format-count'
import { UntrustedText } from '@/ui/untrusted-text'

/** Longer values are cut: they are compared whole, and exported whole. */
const longest = 80
/** Longer texts aren’t read to decide about their quotes. */
const longestQuoted = 1_000

/** The value of a field in one answer. */
export function FieldValue({ text, isJson }: { text: FieldText | undefined; isJson: boolean }) {
  if (text === undefined) return <span className="text-faint">missing</span>
  return (
    <UntrustedText isCut longest={longest} className="font-mono text-xs">
      {isJson && text.length <= longestQuoted ? shownFieldText(text) : text.slice(0, longestQuoted)}
    </UntrustedText>
  )
}

/** The value of a field in a group of answers. */
export function GroupFieldValue({
  value,
  isJson,
}: {
  value: GroupValue | undefined
  isJson: boolean
}) {
  if (value === undefined || 'text' in value)
    return <FieldValue text={value?.text} isJson={isJson} />
  return (
    <span className="text-muted">
      {countOf(value.distinct, 'value')}
      {value.missing > 0 ? `, ${formatCount(value.missing)} missing` : ''}
    </span>
  )
}

/** The name of a field. */
export function FieldName({ path }: { path: string }) {
  return (
    <UntrustedText isCut longest={longest} className="font-mono text-xs">
      {path === '' ? 'Response' : path}
    </UntrustedText>
  )
}
