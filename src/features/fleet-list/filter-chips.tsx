import { X } from 'lucide-react'
import { useRef } from 'react'
import { whereIsIt } from './missing-plant'
import { describeCondition } from '@/domain/fleet/condition-words'
import { printFilter } from '@/domain/fleet/filter-text'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'
import { Button } from '@/ui/button'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

interface FilterChipsProps {
  filter: FleetFilter
  onChange: (filter: FleetFilter) => void
  /** Asks where a plant is that the conditions hide; undefined while the list asks. */
  onMissing: (() => void) | undefined
  /** Called when the button with the focus disappears, and no other chip is left. */
  onLeave: () => void
}

/** One chip for each condition; pressing it removes the condition. */
export function FilterChips({ filter, onChange, onMissing, onLeave }: FilterChipsProps) {
  const listRef = useRef<HTMLUListElement>(null)
  if (filter.length === 0) return null
  const remove = (index: number, isByKey: boolean) => {
    const next = index + 1 < filter.length ? index + 1 : index - 1
    const chip = listRef.current?.children[next]?.querySelector('button')
    if (chip) chip.focus()
    // A touch would open the keyboard of the screen.
    else if (isByKey) onLeave()
    onChange(filter.toSpliced(index, 1))
  }
  return (
    <ul
      ref={listRef}
      aria-label="Conditions"
      className="flex min-w-0 flex-wrap items-center gap-1 max-md:order-last max-md:basis-full"
    >
      {filter.map((condition, index) => {
        const words = describeCondition(condition)
        return (
          <li key={printFilter([condition])} className="min-w-0">
            <button
              type="button"
              aria-label={`Remove ${visibleText(words)}`}
              onClick={({ detail }) => remove(index, detail === 0)}
              className="inline-flex h-6 max-w-72 items-center gap-1 rounded-md border border-line-strong bg-selected pr-1 pl-2 text-sm hover:bg-hover max-md:h-11 print:border-0 print:px-0"
            >
              <UntrustedText isCut className="truncate">
                {words}
              </UntrustedText>
              <X aria-hidden className="size-3.5 shrink-0 text-muted print:hidden" />
            </button>
          </li>
        )
      })}
      {filter.length > 1 ? (
        <li>
          <Button
            size="sm"
            variant="quiet"
            onClick={({ detail }) => {
              if (detail === 0) onLeave()
              onChange([])
            }}
          >
            Clear all
          </Button>
        </li>
      ) : null}
      {onMissing ? (
        <li data-print="hide">
          <Button size="sm" variant="quiet" onClick={onMissing}>
            {whereIsIt}
          </Button>
        </li>
      ) : null}
    </ul>
  )
}
