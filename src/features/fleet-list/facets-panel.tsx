import { memo, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { chosenValues, isFacetHelpful, toggleValue } from '@/domain/fleet/facet-choice'
import { facetOrder, facetTitle, facetValues, mergeSpellings } from '@/domain/fleet/facet-values'
import { parseFilter, printFilter } from '@/domain/fleet/filter-text'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'
import type { FacetCounts, FleetView } from '@/fleet/fleet-view'
import { foldText } from '@/lib/fold-text'
import { formatCount } from '@/lib/format-count'
import { Button } from '@/ui/button'
import { UntrustedText } from '@/ui/untrusted-text'
import { useAfterPaintValue } from '@/ui/use-after-paint-value'

interface FacetsPanelProps {
  /** The plants that match the filter; each facet counts without its own condition. */
  view: FleetView
  /** All plants, so that no value disappears while others are chosen. */
  whole: FleetView
  filter: FleetFilter
  onChange: (filter: FleetFilter) => void
}

/** More values are shown on request. */
const maxShown = 7

/** Values of the facets with the number of plants that each would leave. */
export function FacetsPanel({ view, whole, filter, onChange }: FacetsPanelProps) {
  const current = useRef({ filter, onChange })
  useLayoutEffect(() => {
    current.current = { filter, onChange }
  })
  const [toggle] = useState(() => (facet: FacetCounts['facet'], value: string) => {
    current.current.onChange(toggleValue(current.current.filter, facet, value))
  })
  const choices = filter.filter(({ kind }) => kind === 'facet' || kind === 'meta')
  return (
    <Facets
      // Counting takes longer than everything else that a key changes, so the rows come first.
      view={useAfterPaintValue(view)}
      whole={useAfterPaintValue(whole)}
      choices={printFilter(choices)}
      onToggle={toggle}
    />
  )
}

interface FacetsProps extends Pick<FacetsPanelProps, 'view' | 'whole'> {
  /** The conditions on facets, as text: equal ones need no rendering. */
  choices: string
  onToggle: (facet: FacetCounts['facet'], value: string) => void
}

const Facets = memo(function Facets({ view, whole, choices, onToggle }: FacetsProps) {
  const filter = useMemo(() => parseFilter(choices).filter, [choices])
  const place = (facet: string) => {
    const known = facetOrder.indexOf(facet)
    return known < 0 ? facetOrder.length : known
  }
  const all = useMemo(() => whole.facets.map(mergedFacet), [whole])
  const current = useMemo(
    () => new Map(view.facets.map((counts) => [counts.facet, mergedFacet(counts)])),
    [view],
  )
  return (
    <div className="flex flex-col gap-4">
      {all
        .filter(({ facet, found }) =>
          isFacetHelpful({ facet, values: [...found.values()] }, filter),
        )
        .toSorted((a, b) => place(a.facet) - place(b.facet))
        .map((known) => (
          <Facet
            key={known.facet}
            known={known}
            counts={current.get(known.facet)}
            filter={filter}
            onToggle={onToggle}
          />
        ))}
    </div>
  )
})

/** A facet with one spelling of each value, by its folded text. */
interface MergedFacet {
  facet: FacetCounts['facet']
  found: ReadonlyMap<string, { value: string; count: number }>
}

const mergedFacet = ({ facet, values }: FacetCounts): MergedFacet => ({
  facet,
  found: mergeSpellings(values),
})

interface FacetProps {
  known: MergedFacet
  counts: MergedFacet | undefined
  filter: FleetFilter
  onToggle: FacetsProps['onToggle']
}

function Facet({ known: { facet, found: all }, counts, filter, onToggle }: FacetProps) {
  const [isWhole, setIsWhole] = useState(false)
  const written = chosenValues(filter, facet)
  const chosen = new Set(written.map(foldText))
  const found = new Map(all)
  // A condition may name a value that no plant has.
  for (const value of written) {
    if (!found.has(foldText(value))) found.set(foldText(value), { value, count: 0 })
  }
  const countOf = new Map(
    Array.from(found, ([folded, { value }]) => [value, counts?.found.get(folded)?.count ?? 0]),
  )
  const labelled = facetValues(facet, countOf.keys(), countOf)
  const shown = isWhole
    ? labelled
    : labelled.filter(({ value }, place) => place < maxShown || chosen.has(foldText(value)))
  return (
    <fieldset className="min-w-0">
      <legend className="mb-0.5 max-w-full truncate text-xs font-medium text-muted">
        <UntrustedText isCut>{facetTitle(facet)}</UntrustedText>
      </legend>
      {shown.map(({ value, label, count }) => (
        <FacetValue
          key={value}
          facet={facet}
          value={value}
          label={label}
          count={count}
          isChosen={chosen.has(foldText(value))}
          onToggle={onToggle}
        />
      ))}
      {labelled.length > shown.length || isWhole ? (
        <Button size="sm" variant="quiet" className="-ml-1" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Show fewer' : `Show all ${formatCount(labelled.length)}`}
        </Button>
      ) : null}
    </fieldset>
  )
}

interface FacetValueProps extends Pick<FacetsProps, 'onToggle'> {
  facet: FacetCounts['facet']
  value: string
  label: string
  count: number
  isChosen: boolean
}

/** Most counts stay the same from one key to the next. */
const FacetValue = memo(function FacetValue(props: FacetValueProps) {
  const { facet, value, label, count, isChosen, onToggle } = props
  return (
    <label className="-mx-1 flex min-h-6 items-center gap-1.5 rounded-sm px-1 text-sm hover:bg-hover max-md:min-h-11 max-md:text-base">
      <input
        type="checkbox"
        className="size-4 shrink-0"
        checked={isChosen}
        onChange={() => onToggle(facet, value)}
      />
      <UntrustedText
        isCut
        fallback="Not given"
        className="line-clamp-2 min-w-0 flex-1 wrap-break-word"
      >
        {label}
      </UntrustedText>{' '}
      <span className={`text-xs tabular-nums ${count === 0 ? 'text-faint' : 'text-muted'}`}>
        {formatCount(count)}
      </span>
    </label>
  )
})
