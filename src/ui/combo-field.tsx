import { type KeyboardEvent, type Ref, useId, useState } from 'react'
import { Field, type FieldLook } from './field'
import { ignoreHeldEnter } from './held-enter'
import { OptionList } from './option-list'

/** A value to choose; `ending` is shown at the end of its line. */
interface ComboOption {
  key: string
  label: string
  ending?: string | undefined
}

interface ComboFieldProps extends FieldLook {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** Called with the key of a chosen option instead of `onChange`. */
  onTake: (key: string) => void
  /** The options for what is typed. */
  options: readonly ComboOption[]
  maxLength?: number
  isMonospaced?: boolean
  fieldRef?: Ref<HTMLInputElement>
}

/**
 * A text field with a list to choose from: arrow keys choose, Enter takes, or closes the list if none is chosen. Any other text
 * stays possible. Only with the list closed does Enter submit the form.
 */
export function ComboField(props: ComboFieldProps) {
  const { value, onChange, onBlur, onTake, options, maxLength, isMonospaced, fieldRef } = props
  const { label, description, error, isRequired, hint } = props
  const listId = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState(-1)
  const listed = isOpen ? options : []
  const isListed = listed.length > 0
  const optionId = (index: number) => `${listId}-${index}`

  function take(index: number) {
    const option = listed[index]
    setIsOpen(false)
    setChosen(-1)
    if (option) onTake(option.key)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { key } = event
    ignoreHeldEnter(event)
    if (key === 'ArrowDown' && !isListed) setIsOpen(true)
    else if (key === 'ArrowDown') setChosen((chosen + 1) % listed.length)
    else if (key === 'ArrowUp' && isListed) {
      setChosen((chosen <= 0 ? listed.length : chosen) - 1)
    } else if (key === 'Enter' && isListed) take(chosen)
    else if (key === 'Escape' && isListed) {
      // A dialog around the field stays.
      event.stopPropagation()
      setIsOpen(false)
      setChosen(-1)
    } else return
    event.preventDefault()
  }

  return (
    <Field {...{ label, description, error, isRequired, hint }}>
      {(aria) => (
        <div className="relative">
          <input
            {...aria}
            ref={fieldRef}
            role="combobox"
            aria-expanded={isListed}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={isListed && chosen >= 0 ? optionId(chosen) : undefined}
            type="text"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={maxLength}
            value={value}
            onChange={({ target }) => {
              onChange(target.value)
              setChosen(-1)
              setIsOpen(true)
            }}
            onClick={() => setIsOpen(true)}
            onKeyDown={onKeyDown}
            onBlur={() => {
              setIsOpen(false)
              onBlur?.()
            }}
            className={isMonospaced ? 'field-control font-mono text-sm' : 'field-control'}
          />
          <OptionList
            id={listId}
            label="Suggestions"
            optionId={optionId}
            options={listed}
            chosen={chosen}
            isMonospaced={isMonospaced}
            onTake={take}
          />
        </div>
      )}
    </Field>
  )
}
