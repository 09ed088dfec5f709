import { useEffect, useState } from 'react'
import { secondMs } from '@/lib/instants'
import { TextField } from '@/ui/text-field'

interface NumberInputProps {
  label: string
  text: string
  /** The reason why the text isn't used. */
  error: string | undefined
  /** The number used instead, in words. */
  inEffect: string
  placeholder?: string
  className: string
  onChange: (text: string) => void
  onBlur: () => void
}

/** Text for a number. A mistake is stated once the user pauses: half a number is often one. */
export function NumberInput(props: NumberInputProps) {
  const { label, text, error, inEffect, placeholder, className, onChange, onBlur } = props
  const [unsettled, setUnsettled] = useState<string>()
  useEffect(() => {
    if (unsettled === undefined) return undefined
    const timer = setTimeout(() => setUnsettled(undefined), secondMs / 2)
    return () => clearTimeout(timer)
  }, [unsettled])
  return (
    <TextField
      label={label}
      // A number field hides letters and signs from the page, which then can't say what is wrong.
      inputMode="numeric"
      autoComplete="off"
      placeholder={placeholder}
      className={className}
      value={text}
      error={
        error === undefined || unsettled !== undefined
          ? undefined
          : `${error} ${inEffect} stays in effect.`
      }
      onChange={({ target }) => {
        setUnsettled(target.value)
        onChange(target.value)
      }}
      onBlur={() => {
        setUnsettled(undefined)
        onBlur()
      }}
    />
  )
}
