import { Columns3 } from 'lucide-react'
import type { ReactNode } from 'react'
import { FilterChips } from './filter-chips'
import { type FleetSort, defaultSort, parseSort, printSort } from '@/domain/fleet/fleet-sort'
import { listColumns } from '@/domain/fleet/list-columns'
import { bothSorts, sortWords } from '@/domain/fleet/sort-words'
import type { FilterLine } from '@/fleet/use-filter-line'
import { NewPlantButton } from '@/plant-ui/new-plant-button'
import { FiltersButton } from '@/ui/filters-button'
import { IconButton } from '@/ui/icon-button'
import { NativeSelect } from '@/ui/native-select'

interface ListToolbarProps {
  line: FilterLine
  /** True where the column of urgency isn’t shown. */
  hasOrderMenu: boolean
  /** False for a fleet without plants. */
  hasFacets: boolean
  areFacetsShown: boolean
  onFacets: () => void
  onColumns: () => void
  onMissing: (() => void) | undefined
  /** Called when the button with the focus disappears. */
  onLeave: () => void
  /** Menus of the list. */
  children?: ReactNode
}

/** Below the search: the facets, the conditions, and what changes the look of the list. */
export function ListToolbar(props: ListToolbarProps) {
  const { line, hasOrderMenu, hasFacets, areFacetsShown, onFacets } = props
  const { onColumns, onMissing, onLeave, children } = props
  const { filter, sort } = line
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 md:min-h-8">
      {hasFacets ? <FiltersButton isExpanded={areFacetsShown} onClick={onFacets} /> : null}
      <FilterChips
        filter={filter}
        onChange={line.setFilter}
        onMissing={onMissing}
        onLeave={onLeave}
      />
      <span className="flex-1 md:hidden" />
      <div className="flex items-center gap-2 max-md:contents md:ml-auto">
        {hasOrderMenu ? (
          <div className="w-44">
            <NativeSelect
              label="Sort by"
              isLabelHidden
              value={nameOf(sort)}
              onChange={({ target }) => line.setSort(parseSort(target.value))}
            >
              {bothSorts(listColumns).map((one) => (
                <option key={nameOf(one)} value={nameOf(one)}>
                  {sortWords(one)}
                </option>
              ))}
            </NativeSelect>
          </div>
        ) : null}
        <IconButton label="Columns" size="sm" onClick={onColumns}>
          <Columns3 aria-hidden className="size-4" />
        </IconButton>
        {children}
      </div>
    </div>
  )
}

const nameOf = (sort: FleetSort) => printSort(sort) ?? defaultSort.key

interface ListHeadingProps {
  /** Number of plants, in words that say whether they are all. */
  count: string
  createRefusal: string | undefined
  onCreate: () => void
  onCreateIntent: () => void
  children: ReactNode
}

/** Heading of the list with the number of plants, the search and the button for a new plant. */
export function ListHeading(props: ListHeadingProps) {
  const { count, createRefusal, onCreate, onCreateIntent, children } = props
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
      {/* The search stays where it is while the words of the number change. */}
      <h1 className="min-w-36 py-0.5 text-xl font-semibold max-md:flex-1 lg:min-w-60 xl:min-w-84">
        Plants <span className="text-base font-normal text-muted tabular-nums">{count}</span>
      </h1>
      <div className="flex min-w-0 flex-1 max-md:order-last max-md:basis-full">{children}</div>
      <NewPlantButton
        createRefusal={createRefusal}
        onCreate={onCreate}
        onCreateIntent={onCreateIntent}
      />
    </div>
  )
}
