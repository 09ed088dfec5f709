import { useRouter } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { useCallback, useEffect, useRef, useState } from 'react'
import { BulkBar } from './bulk-bar'
import { BulkRuns } from './bulk-runs'
import { FacetsPanel } from './facets-panel'
import { ListBehind } from './list-behind'
import { type ListDialog, ListDialogs } from './list-dialogs'
import { ListExport } from './list-export'
import { ListNotices } from './list-notices'
import { ListTable } from './list-table'
import { ListHeading, ListToolbar } from './list-toolbar'
import { MissingPlant } from './missing-plant'
import { NoMatches } from './no-matches'
import { useSelection } from './selection-store'
import { useCalmView } from './use-calm-view'
import { showFacets, useDensity, useFacetsShown, useListColumns } from './use-list-columns'
import { shortList, useMissingPlant } from './use-missing-plant'
import { useSearchKey } from './use-search-key'
import { ViewsMenu } from './views-menu'
import { isPartRead, isStillReading } from '@/domain/fleet/completeness'
import { withWantedText } from '@/domain/fleet/exclusion'
import { countListed } from '@/domain/fleet/fleet-reach'
import { printSort } from '@/domain/fleet/fleet-sort'
import type { FleetListProps } from '@/fleet/list-code'
import { rememberOpenedList } from '@/fleet/opened-from'
import { useFilterLine } from '@/fleet/use-filter-line'
import { useFleet } from '@/fleet/use-fleet'
import { useFleetView } from '@/fleet/use-fleet-view'
import { publicPath } from '@/lib/base-path'
import { FilterField } from '@/plant-ui/filter-field'
import { FleetReachLine } from '@/plant-ui/fleet-reach-line'
import { phoneQuery, useMedia, wideQuery } from '@/ui/use-media'
import { useRefreshEveryMs } from '@/ui/use-preference'

const heights = { comfortable: 40, compact: 32 }
/** Padding, title and one line for each other column, px. */
const cardHeight = (columns: number) => 8 + 44 + 26 * (columns - 1) + 8

/** The list of plants on the fleet index: search, facets, order and selection across all plants read so far. */
export function FleetList(props: FleetListProps) {
  const { search, onSearchChange, createRefusal, onCreate, onCreateIntent } = props
  const { onOpenPlant, onPlanRun, onTooLarge } = props
  const router = useRouter()
  const line = useFilterLine(search, onSearchChange)
  const { filter, sort, text, flush } = line
  const everyMs = useRefreshEveryMs() || null
  const fleet = useFleet({ everyMs })
  const { view: latest, whole, isSorting } = useFleetView(filter, sort)
  const question = `${printSort(sort) ?? ''} ${text}`
  const { isOverLimit } = fleet
  const isFilling = isStillReading(fleet.completeness)
  const isPart = isPartRead(fleet)
  const calm = useCalmView({ view: latest, question, isSorting, isFilling })
  const { view } = calm
  const selection = useSelection()
  const fieldRef = useRef<HTMLInputElement>(null)
  const besideRef = useRef<HTMLDivElement>(null)
  const regionRef = useRef<HTMLElement>(null)
  const isPhone = useMedia(phoneQuery)
  const isWide = useMedia(wideQuery)
  const columns = useListColumns(besideRef, isPhone)
  const density = useDensity()
  const [dialog, setDialog] = useState<ListDialog>()
  useEffect(() => {
    if (!isOverLimit) return
    flush()
    onTooLarge()
  }, [isOverLimit, flush, onTooLarge])
  const areFacetsBeside = useFacetsShown() && isWide && fleet.plants > 0
  const missing = useMissingPlant(filter, latest.matches)
  useSearchKey(fieldRef)
  const focusSearch = () => fieldRef.current?.focus()

  const openPlant = useCallback(
    (plantId: string, isNewTab: boolean) => {
      flush()
      if (isNewTab) {
        open(publicPath(`/plants/${encodeURIComponent(plantId)}`), '_blank', 'noopener')
        return
      }
      // The rows on screen may be older than the list.
      const list = latest.placeOf(plantId) < 0 ? view : latest
      rememberOpenedList(list, isPart)
      onOpenPlant(plantId)
    },
    [flush, view, latest, isPart, onOpenPlant],
  )
  const facets = () => (
    <FacetsPanel view={latest} whole={whole} filter={filter} onChange={line.setFilter} />
  )

  const missingPlant = missing.isShown ? (
    <MissingPlant
      text={missing.text}
      isOpened={missing.isOpened}
      fleet={fleet}
      filter={filter}
      view={latest}
      onType={missing.type}
      onCorrect={(serialNumber) => {
        if (missing.isOfSearch) line.setFilter(withWantedText(filter, serialNumber))
        else missing.type(serialNumber)
      }}
      onClose={
        missing.close &&
        (() => {
          missing.close?.()
          regionRef.current?.focus()
        })
      }
      onChange={line.setFilter}
    />
  ) : null

  const reach = <FleetReachLine fleet={fleet} />

  return (
    <>
      <ListHeading
        count={countListed({ ...fleet, matches: latest.matches, isFiltered: filter.length > 0 })}
        createRefusal={createRefusal}
        onCreate={onCreate}
        onCreateIntent={onCreateIntent}
      >
        <FilterField
          line={line}
          knownValues={() => whole.facets}
          knownKeys={() => whole.metadataKeys}
          isComplete={fleet.completeness.kind !== 'incomplete'}
          fieldRef={fieldRef}
          onLeaveDown={() => regionRef.current?.focus()}
        />
      </ListHeading>
      <ListToolbar
        line={line}
        hasOrderMenu={isPhone || !columns.includes('urgency')}
        hasFacets={fleet.plants > 0}
        areFacetsShown={areFacetsBeside || dialog === 'facets'}
        onFacets={() => (isWide ? showFacets(!areFacetsBeside) : setDialog('facets'))}
        onColumns={() => setDialog('columns')}
        onMissing={missing.isShown ? undefined : missing.open}
        onLeave={focusSearch}
      >
        <ViewsMenu
          line={line}
          onSave={() => setDialog('save-view')}
          onManage={() => setDialog('views')}
        />
        <ListExport view={latest} filter={filter} fleet={fleet} refusal={line.whyNotAll} />
      </ListToolbar>
      <ListNotices
        matches={view.matches}
        fleet={fleet}
        refusal={search.create === true ? createRefusal : undefined}
      />
      <div className="flex min-h-0 gap-4 md:flex-1">
        <div className="flex min-h-0 min-w-0 flex-1 flex-col gap-2">
          {/* Cards have no end in sight. */}
          {isPhone ? reach : null}
          {isPhone ? missingPlant : null}
          {/* Scrolls where long explanations leave too little room for the rows. */}
          <div
            ref={besideRef}
            className={clsx(
              'flex min-h-0 flex-col gap-2 md:overflow-y-auto print:overflow-visible',
              missingPlant && (view.matches > shortList ? 'md:*:first:min-h-40' : 'md:*:shrink-0'),
            )}
          >
            {view.matches === 0 ? (
              <NoMatches
                fleet={fleet}
                isFiltered={filter.length > 0}
                refusal={createRefusal}
                onClear={(byPointer) => {
                  line.setText('')
                  // A touch would open the keyboard of the screen.
                  if (!byPointer) focusSearch()
                }}
              />
            ) : (
              <ListTable
                view={view}
                columns={columns}
                sort={sort}
                selection={selection}
                rowHeightPx={isPhone ? cardHeight(columns.length) : heights[density]}
                isCards={isPhone}
                isSorting={isSorting}
                question={question}
                regionRef={regionRef}
                onSort={line.setSort}
                onOpen={openPlant}
                onIntent={(plantId) =>
                  void router.preloadRoute({ to: '/plants/$plantId', params: { plantId } })
                }
                onUse={calm.hold}
                onLeave={calm.release}
                overlay={
                  calm.isBehind ? (
                    <ListBehind
                      rows={view.matches}
                      matches={latest.matches}
                      onShow={calm.showLatest}
                      onPoint={() => calm.hold('pointer')}
                      onLeave={calm.release}
                    />
                  ) : null
                }
              />
            )}
            {isPhone ? null : missingPlant}
          </div>
          <BulkBar
            isCompact={isPhone}
            selection={selection}
            view={latest}
            filterLine={text}
            whyNotAll={line.whyNotAll}
            onLeave={() => regionRef.current?.focus({ preventScroll: true })}
            runs={<BulkRuns selection={selection} nowMs={latest.nowMs} onPlanRun={onPlanRun} />}
          >
            <ListExport view={latest} filter={filter} fleet={fleet} selectedIds={selection.ids} />
          </BulkBar>
        </div>
        {areFacetsBeside ? (
          <aside
            aria-label="Filters"
            data-print="hide"
            className="w-56 shrink-0 overflow-y-auto rounded-md border border-line bg-surface p-3"
          >
            {facets()}
          </aside>
        ) : null}
      </div>
      {isPhone ? null : reach}
      <ListDialogs
        dialog={dialog}
        line={line}
        matches={latest.matches}
        renderFacets={facets}
        onClose={() => setDialog(undefined)}
      />
    </>
  )
}
