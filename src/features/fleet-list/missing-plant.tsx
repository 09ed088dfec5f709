import { X } from 'lucide-react'
import { useDeferredValue, useId, useMemo, useRef } from 'react'
import type { Plant } from '@/api/plant-schemas'
import type { Completeness } from '@/domain/fleet/completeness'
import { describeCondition } from '@/domain/fleet/condition-words'
import { withoutConditions } from '@/domain/fleet/exclusion'
import { printCondition } from '@/domain/fleet/filter-text'
import type { Condition, FleetFilter } from '@/domain/fleet/fleet-filter'
import { hidingReason, isOldReading } from '@/domain/fleet/hiding-reason'
import { plantLabel } from '@/domain/plant/plant-name'
import { findBySerialNumber, findPlants } from '@/fleet/find-plants'
import type { FleetView } from '@/fleet/fleet-view'
import type { useFleet } from '@/fleet/use-fleet'
import { countOf, formatCount } from '@/lib/format-count'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

interface MissingPlantProps {
  /** The name or serial number that the user looks for. */
  text: string
  /** True when the user just asked for it: the field takes the focus. */
  isOpened: boolean
  fleet: ReturnType<typeof useFleet>
  filter: FleetFilter
  view: FleetView
  onType: (text: string) => void
  /** Searches for the serial number as the plant has it, instead of the text. */
  onCorrect: (serialNumber: string) => void
  onClose: (() => void) | undefined
  onChange: (filter: FleetFilter) => void
}

/** Title of the question, and of the button that asks it. */
export const whereIsIt = 'Why isn’t it here?'

/** Several plants may have similar names; finding the others takes more exact text. */
const maxExplained = 3

/** Explains why a plant is not in the list. */
export function MissingPlant(props: MissingPlantProps) {
  const { text, isOpened, fleet, filter, view, onType, onCorrect, onClose, onChange } = props
  const id = useId()
  const sectionRef = useRef<HTMLElement>(null)
  // A key is painted first: finding and explaining plants searches the whole fleet.
  const wanted = useDeferredValue(text.trim(), '')
  const { found, respelled, more } = useMemo(
    () => lookFor(wanted),
    // oxlint-disable-next-line react/exhaustive-deps -- the plants change in place, and the version with them
    [wanted, fleet.version],
  )
  return (
    <section
      ref={sectionRef}
      // Takes the focus of a button that disappears.
      tabIndex={-1}
      aria-labelledby={`${id}-title`}
      data-print="hide"
      className="flex flex-col gap-2 rounded-md border border-line bg-surface px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`${id}-title`} className="font-medium max-md:flex-1">
          {whereIsIt}
        </h2>
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the user asked for it
          autoFocus={isOpened}
          type="text"
          aria-label="Name or serial number of the missing plant"
          autoComplete="off"
          spellCheck={false}
          placeholder="Name or serial number"
          className="field-control max-md:order-last max-md:basis-full md:max-w-72"
          value={text}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && onClose?.()}
        />
        {onClose ? (
          <IconButton label="Close" size="sm" className="ml-auto" onClick={onClose}>
            <X aria-hidden className="size-4" />
          </IconButton>
        ) : null}
      </div>
      <div role="status" className="flex flex-col gap-2 empty:hidden">
        {wanted !== '' && found.length + respelled.length === 0 ? (
          <NotFound text={wanted} fleet={fleet} />
        ) : null}
        {respelled.map((plant) => (
          <Respelled
            key={plant.id}
            plant={plant}
            onSearch={() => {
              onCorrect(plant.serialNumber)
              sectionRef.current?.focus()
            }}
          />
        ))}
        {found.map((plant) => (
          <Explanation
            key={plant.id}
            plant={plant}
            view={view}
            onRemove={(conditions) => onChange(withoutConditions(filter, conditions))}
          />
        ))}
        {more > 0 ? (
          <p className="text-muted">
            {countOf(more, 'more matches', 'more match')}. Type more of the{' '}
            {respelled.length > 0 ? 'serial number' : 'name'}.
          </p>
        ) : null}
      </div>
    </section>
  )
}

/** Looks for a name or serial number, and with other separators only where nothing else matches. */
function lookFor(wanted: string): { found: Plant[]; respelled: Plant[]; more: number } {
  if (wanted === '') return { found: [], respelled: [], more: 0 }
  const { found, matches } = findPlants(wanted, maxExplained)
  if (matches > 0) return { found, respelled: [], more: matches - found.length }
  const other = findBySerialNumber(wanted, maxExplained)
  return { found: [], respelled: other.found, more: other.matches - other.found.length }
}

function Respelled({ plant, onSearch }: { plant: Plant; onSearch: () => void }) {
  const serialNumber = <UntrustedText isCut>{plant.serialNumber}</UntrustedText>
  return (
    <div className="flex flex-wrap items-center gap-x-2">
      <p>
        <UntrustedText isCut className="font-medium">
          {plantLabel(plant)}
        </UntrustedText>{' '}
        has a matching serial number, with different separators: “{serialNumber}”.
      </p>
      <Button size="sm" onClick={onSearch}>
        <span>Search for {serialNumber}</span>
      </Button>
    </div>
  )
}

interface ExplanationProps {
  plant: Plant
  view: FleetView
  onRemove: (conditions: readonly Condition[]) => void
}

function Explanation({ plant, view, onRemove }: ExplanationProps) {
  const { nowMs } = view
  const place = view.placeOf(plant.id)
  const conditions = useMemo(() => view.excluding(plant.id), [view, plant.id])
  const readAtMs = view.readAtMsOf(plant.id) ?? nowMs
  const metadataOf = (key: string) => view.metadataOf(plant.id, key)
  const name = (
    <UntrustedText isCut className="font-medium">
      {plantLabel(plant)}
    </UntrustedText>
  )
  if (place >= 0) {
    return (
      <p>
        {name} is in the list: number {formatCount(place + 1)}.
      </p>
    )
  }
  return (
    <div className="flex flex-col gap-1">
      <p>
        {name} is hidden by {countOf(conditions.length, 'condition')}
        {isOldReading(readAtMs, nowMs) ? (
          <>
            , as of <AbsoluteTime value={readAtMs} />
          </>
        ) : null}
        :
      </p>
      <ul className="flex flex-col gap-1">
        {conditions.map((condition) => {
          const text = printCondition(condition)
          return (
            <li key={text} className="flex flex-wrap items-center gap-x-2">
              <span>
                <UntrustedText isCut className="font-mono text-sm">
                  {text}
                </UntrustedText>{' '}
                hides it:{' '}
                <UntrustedText isCut>
                  {hidingReason({ plant, readAtMs, metadataOf }, condition, nowMs)}
                </UntrustedText>
                .
              </span>
              <Button size="sm" onClick={() => onRemove([condition])}>
                Remove {visibleText(describeCondition(condition))}
              </Button>
            </li>
          )
        })}
      </ul>
      {conditions.length > 1 ? (
        <Button size="sm" className="self-start" onClick={() => onRemove(conditions)}>
          {conditions.length === 2 ? 'Remove both' : `Remove all ${formatCount(conditions.length)}`}{' '}
          conditions
        </Button>
      ) : null}
    </div>
  )
}

function NotFound({ text, fleet }: { text: string; fleet: ReturnType<typeof useFleet> }) {
  const { plants, total, completeness, oldestReadAtMs } = fleet
  const shown = (
    <>
      “<UntrustedText isCut>{text}</UntrustedText>”
    </>
  )
  const asOf = asOfMs(completeness) ?? oldestReadAtMs
  if (completeness.kind === 'complete') {
    return (
      <p>
        No plant of the fleet matches {shown} as of <AbsoluteTime value={asOf} />.
      </p>
    )
  }
  if (completeness.kind === 'probable') {
    return (
      <p>
        None of the {formatCount(plants)} plants matches {shown} as of <AbsoluteTime value={asOf} />
        . The list is probably complete.
      </p>
    )
  }
  return (
    <p>
      Not among the {formatCount(plants)} plants loaded so far: {shown}.{' '}
      {typeof total === 'number' && total > plants
        ? `${countOf(total - plants, 'is', 'are')} not loaded yet.`
        : 'The list may be incomplete.'}
    </p>
  )
}

function asOfMs(completeness: Completeness): number | undefined {
  return completeness.kind === 'complete' ? completeness.asOfMs : undefined
}
