import { clsx } from 'clsx'
import { UntrustedText } from './untrusted-text'

interface OptionListProps {
  id: string
  label: string
  optionId: (index: number) => string
  options: readonly { key: string; label: string; ending?: string | undefined }[]
  /** -1 for none. */
  chosen: number
  /** The labels are code, and their endings words; otherwise the other way round. */
  isMonospaced?: boolean | undefined
  onTake: (index: number) => void
}

/** The list of a combobox, which keeps the focus. */
export function OptionList(props: OptionListProps) {
  const { id, label, optionId, options, chosen, isMonospaced = false, onTake } = props

  return (
    <div
      id={id}
      role="listbox"
      aria-label={label}
      hidden={options.length === 0}
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-72 overflow-y-auto rounded-md border border-line-strong bg-raised p-1 shadow-overlay"
    >
      {options.map(({ key, ending, label: text }, index) => (
        // The keyboard selects options through the field (aria-activedescendant), never by focus.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
        <div
          key={key}
          id={optionId(index)}
          role="option"
          aria-selected={index === chosen}
          ref={index === chosen ? showChosen : undefined}
          // The field keeps the focus, so that typing can go on.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onTake(index)}
          className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 hover:bg-hover aria-selected:bg-selected max-md:min-h-11"
        >
          <UntrustedText
            isCut
            className={clsx('min-w-0 flex-1 truncate', isMonospaced && 'font-mono text-sm')}
          >
            {text}
          </UntrustedText>{' '}
          {ending ? (
            <UntrustedText
              isCut
              className={clsx(
                'max-w-1/2 truncate text-xs text-muted',
                !isMonospaced && 'font-mono',
              )}
            >
              {ending}
            </UntrustedText>
          ) : null}
        </div>
      ))}
    </div>
  )
}

/** The field keeps the focus, so the browser doesn't scroll to the option by itself. */
function showChosen(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' })
}
