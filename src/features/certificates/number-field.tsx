import { useState } from 'react'
import { TextField } from '@/ui/text-field'

interface NumberFieldProps {
  label: string
  value: number | undefined
  max: number
  placeholder?: string
  className: string
  /** Called with undefined for an empty field. */
  onChange: (value: number | undefined) => void
}

/** A whole number from 1, applied once it is valid; an empty field means the default. */
export function NumberField({
  label,
  value,
  max,
  placeholder,
  className,
  onChange,
}: NumberFieldProps) {
  const [text, setText] = useState<string>()
  return (
    <TextField
      label={label}
      type="number"
      min={1}
      max={max}
      placeholder={placeholder}
      className={className}
      value={text ?? String(value ?? '')}
      onChange={({ target }) => {
        setText(target.value)
        const given = Number(target.value)
        if (target.value === '') onChange(undefined)
        else if (Number.isInteger(given) && given >= 1 && given <= max) onChange(given)
      }}
      onBlur={() => setText(undefined)}
    />
  )
}
