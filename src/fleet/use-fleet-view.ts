import { useEffect, useMemo, useState } from 'react'
import { facetColumns } from './facet-columns'
import type { FleetOrder } from './fleet-order'
import { FleetView } from './fleet-view'
import { fleetIndex } from './read-fleet'
import { SearchMemory } from './search-memory'
import { useFleetState } from './use-fleet'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'
import type { FleetSort } from '@/domain/fleet/fleet-sort'
import { runSteps } from '@/lib/run-steps'
import { inSlices } from '@/lib/time-slices'
import { useMinute } from '@/ui/use-minute'

/** Larger numbers of rows are sorted between two frames. */
const maxAtOnce = 3_000

const settling = new WeakSet<FleetOrder>()

/**
 * Returns the plants that match a filter, in order, and all plants, in no order when there is a filter. `isSorting` is
 * true while the order is not final.
 */
export function useFleetView(filter: FleetFilter, sort: FleetSort) {
  const facets = useFacets()
  const { nowMs } = facets
  const { key, isDescending } = sort
  const [settled, setSettled] = useState(0)
  const view = useMemo(() => {
    const order = fleetIndex.orderOf({ key, isDescending })
    if (!settling.has(order) && order.pending <= maxAtOnce) runSteps(order.settle())
    const isSorting = order.pending > 0
    const made = new FleetView(fleetIndex.columns, order.now(), facets.columns, {
      filter,
      nowMs,
      searches: facets.searches,
    })
    return { view: made, isSorting, order, of: settled }
  }, [filter, key, isDescending, nowMs, facets, settled])
  // Not with each key: the values that a filter can choose are those of the whole fleet.
  const isFiltered = filter.length > 0
  const whole = useMemo(() => (isFiltered ? viewOfAll(facets) : undefined), [isFiltered, facets])
  const { order, isSorting } = view
  useEffect(() => {
    if (!isSorting || settling.has(order)) return
    settling.add(order)
    void inSlices(order.settle()).then(() => {
      settling.delete(order)
      setSettled((count) => count + 1)
    })
  }, [order, isSorting])
  return { view: view.view, whole: whole ?? view.view, isSorting }
}

/** Returns all plants, in no order: enough to count them. */
export function useWholeFleet(): FleetView {
  const facets = useFacets()
  return useMemo(() => viewOfAll(facets), [facets])
}

type Facets = ReturnType<typeof useFacets>

function useFacets() {
  const { version } = useFleetState()
  const nowMs = useMinute()
  return useMemo(
    () => ({
      of: version,
      nowMs,
      columns: facetColumns(fleetIndex.columns, nowMs),
      searches: new SearchMemory(fleetIndex.columns),
    }),
    [version, nowMs],
  )
}

function viewOfAll({ columns: facets, nowMs }: Facets): FleetView {
  const { columns } = fleetIndex
  const rows = Uint32Array.from({ length: columns.end }, (_, row) => row)
  return new FleetView(columns, rows, facets, { filter: [], nowMs })
}
