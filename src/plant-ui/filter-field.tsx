import { Search, X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { FilterMistakes } from './filter-mistakes'
import { type KnownValues, suggestFilter } from '@/domain/fleet/filter-suggestions'
import type { FilterMistake } from '@/domain/fleet/filter-text'
import { filterWarnings } from '@/domain/fleet/filter-warnings'
import { type KnownKeys, correctKeys } from '@/domain/fleet/key-corrections'
import { foldText } from '@/lib/fold-text'
import { IconButton } from '@/ui/icon-button'
import { OptionList } from '@/ui/option-list'

interface FilterFieldProps {
  /** The typed text, and what can be done with it. */
  line: {
    text: string
    /** True for text that was entered, chosen, or typed some time ago. */
    isWritten: boolean
    mistakes: readonly FilterMistake[]
    type: (text: string) => void
    flush: () => void
    setText: (text: string) => void
  }
  /** Returns the values that the whole fleet has, which are offered. Counting them takes time. */
  knownValues: () => readonly KnownValues[]
  /** Returns the metadata keys of the whole fleet. Gathering them takes time, too. */
  knownKeys: () => KnownKeys
  /** False while plants may be missing from it. */
  isComplete: boolean
  fieldRef?: RefObject<HTMLInputElement | null>
  /** Called when an arrow key moves the focus to the rows. */
  onLeaveDown?: () => void
}

/** After this time without a letter, ms, mistakes are shown. */
const settleMs = 250

/** The filter as a line of text: words, and conditions such as `status:offline`, with completion. */
export function FilterField(props: FilterFieldProps) {
  const { line, knownValues, knownKeys, isComplete, onLeaveDown } = props
  const ownRef = useRef<HTMLInputElement>(null)
  const fieldRef = props.fieldRef ?? ownRef
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const [caret, setCaret] = useState(0)
  const [chosen, setChosen] = useState(-1)
  const keyNames = () => knownKeys().names
  const suggestions = isOpen ? suggestFilter(line.text, caret, knownValues(), keyNames) : []
  const isSettled = useIsSettled(line)
  const warnings = isSettled
    ? filterWarnings(line.text, { isComplete, facets: knownValues, keys: knownKeys })
    : []
  const isListed = suggestions.length > 0
  // Text that a completion continues isn’t a mistake yet.
  const isTyping = ({ column, length }: FilterMistake) => {
    const typed = foldText(line.text.slice(column - 1, column - 1 + length))
    return suggestions.some(({ ending }) => foldText(ending).startsWith(typed))
  }
  const mistakes = isSettled ? line.mistakes.filter((mistake) => !isTyping(mistake)) : []
  const optionId = (index: number) => `${id}-option-${index}`

  function take(index: number) {
    const suggestion = suggestions[index]
    if (!suggestion) return
    line.type(suggestion.insert)
    setCaret(suggestion.caret)
    setChosen(-1)
    const field = fieldRef.current
    field?.focus()
    // React has not set the value yet.
    requestAnimationFrame(() => field?.setSelectionRange(suggestion.caret, suggestion.caret))
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const { key } = event
    if (key === 'ArrowDown' && !isListed) onLeaveDown?.()
    else if (key === 'ArrowDown') setChosen((chosen + 1) % suggestions.length)
    else if (key === 'ArrowUp' && isListed) {
      setChosen((chosen <= 0 ? suggestions.length : chosen) - 1)
    } else if (key === 'Enter' && chosen >= 0) take(chosen)
    else if (key === 'Enter') {
      line.flush()
      setIsOpen(false)
    } else if (key === 'Escape' && isListed) {
      setIsOpen(false)
      setChosen(-1)
    } else return
    event.preventDefault()
  }

  return (
    <div className="relative min-w-0 flex-1 md:max-w-2xl print:hidden">
      <label htmlFor={id} className="sr-only">
        Search plants
      </label>
      <Search
        aria-hidden
        className="pointer-events-none absolute top-0 left-2 h-8 w-4 text-muted max-md:h-11"
      />
      <input
        ref={fieldRef}
        id={id}
        role="combobox"
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListed && chosen >= 0 ? optionId(chosen) : undefined}
        aria-invalid={mistakes.length > 0 ? true : undefined}
        aria-describedby={`${id}-mistakes`}
        type="text"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        enterKeyHint="search"
        placeholder="Name, serial number or status:offline"
        className="field-control px-8"
        value={line.text}
        onChange={({ target }) => {
          line.type(target.value)
          setCaret(target.selectionStart ?? target.value.length)
          setChosen(-1)
          setIsOpen(true)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setIsOpen(false)
          line.flush()
        }}
      />
      {line.text ? (
        <IconButton
          label="Clear search"
          size="sm"
          className="absolute! top-1 right-1 max-md:top-0 max-md:right-0"
          onClick={() => {
            line.setText('')
            fieldRef.current?.focus()
          }}
        >
          <X aria-hidden className="size-3.5" />
        </IconButton>
      ) : null}
      <OptionList
        id={`${id}-list`}
        label="Completions"
        optionId={optionId}
        options={suggestions.map(({ insert, label, ending }) => ({ key: insert, label, ending }))}
        chosen={chosen}
        onTake={take}
      />
      <FilterMistakes
        id={`${id}-mistakes`}
        text={line.text}
        mistakes={correctKeys(line.text, mistakes, keyNames)}
        warnings={warnings}
        onCorrect={(text) => {
          line.setText(text)
          fieldRef.current?.focus()
        }}
      />
    </div>
  )
}

/** Returns false while more letters may follow. Only the field is rendered when that changes, not the list. */
function useIsSettled({ text, isWritten }: FilterFieldProps['line']): boolean {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), settleMs)
    return () => clearTimeout(timer)
  }, [text])
  return isWritten || settled === text
}
