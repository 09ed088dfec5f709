import { useState } from 'react'
import { NumberInput } from './number-input'
import { readNumberEntry } from '@/domain/renewals/number-entry'
import { formatCount } from '@/lib/format-count'

interface NumberFieldProps {
  label: string
  value: number | undefined
  max: number
  /** The meaning of an empty field. */
  emptyText: string
  className: string
  /** Called with undefined for an empty field. */
  onChange: (value: number | undefined) => void
}

/** A whole number from 1, applied once it is valid; an empty field has a meaning of its own. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, max, emptyText, className, onChange } = props
  const [text, setText] = useState<string>()
  const entry = text === undefined ? undefined : readNumberEntry(text, max)
  return (
    <NumberInput
      label={label}
      placeholder={emptyText.toLowerCase()}
      className={className}
      text={text ?? String(value ?? '')}
      error={entry?.kind === 'wrong' ? entry.why : undefined}
      inEffect={value === undefined ? emptyText : formatCount(value)}
      onChange={(typed) => {
        setText(typed)
        const given = readNumberEntry(typed, max)
        if (given.kind !== 'wrong') onChange(given.kind === 'number' ? given.value : undefined)
      }}
      onBlur={() => {
        if (entry?.kind !== 'wrong') setText(undefined)
      }}
    />
  )
}
