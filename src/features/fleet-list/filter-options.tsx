import type { FilterSuggestion } from '@/domain/fleet/filter-suggestions'
import { UntrustedText } from '@/ui/untrusted-text'

interface FilterOptionsProps {
  id: string
  optionId: (index: number) => string
  suggestions: readonly FilterSuggestion[]
  /** -1 for none. */
  chosen: number
  onTake: (index: number) => void
}

/** Ways to complete the filter line, as the list of its combobox. */
export function FilterOptions(props: FilterOptionsProps) {
  const { id, optionId, suggestions, chosen, onTake } = props
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Completions"
      hidden={suggestions.length === 0}
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-md border border-line-strong bg-raised p-1 shadow-overlay"
    >
      {suggestions.map(({ insert, ending, label }, index) => (
        // The keyboard selects options through the field (aria-activedescendant), never by focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
        <div
          key={insert}
          id={optionId(index)}
          role="option"
          aria-selected={index === chosen}
          // The field keeps the focus, so that typing can go on.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(index)}
          className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 hover:bg-hover aria-selected:bg-selected max-md:min-h-11"
        >
          <UntrustedText isCut className="min-w-0 flex-1 truncate">
            {label}
          </UntrustedText>{' '}
          <UntrustedText isCut className="max-w-1/2 truncate font-mono text-xs text-muted">
            {ending}
          </UntrustedText>
        </div>
      ))}
    </div>
  )
}
