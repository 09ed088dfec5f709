import { useCallback, useMemo, useState } from 'react'
import { type OnPlanSearch, type PlanSearch, sourceOf } from './plan-search'
import { useGroupReading } from './use-group-reading'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'
import { defaultSort } from '@/domain/fleet/fleet-sort'
import { narrowByGroup } from '@/domain/runs/group-choice'
import { readPastedPlants } from '@/domain/runs/pasted-plants'
import type { FleetView } from '@/fleet/fleet-view'
import { useFilterLine } from '@/fleet/use-filter-line'
import { useFleet } from '@/fleet/use-fleet'
import { useFleetPlants } from '@/fleet/use-fleet-plants'
import { useFleetView } from '@/fleet/use-fleet-view'
import { useRefreshEveryMs } from '@/ui/use-preference'

interface Place {
  search: PlanSearch
  selectedIds: ReadonlySet<string>
  onSearchChange: OnPlanSearch
}

const noGroups: ReadonlySet<string> = new Set()

/** Returns the plants that the user chose, as the fleet has them now, and the ways to choose others. */
export function useChosenPlants({ search, selectedIds, onSearchChange }: Place) {
  const everyMs = useRefreshEveryMs() || null
  const fleet = useFleet({ everyMs })
  const plants = useFleetPlants()
  const writeLine = useCallback(
    ({ q }: { q?: string | undefined }) => onSearchChange({ q, from: 'filter' }, true),
    [onSearchChange],
  )
  const line = useFilterLine(search, writeLine)
  const { view, whole } = useFleetView(line.filter, defaultSort)
  const [pastedText, setPastedText] = useState('')
  const groups = useGroupReading()
  const [chosenGroups, setChosenGroups] = useState(noGroups)
  const source = sourceOf(search, selectedIds.size)
  const pasted = useMemo(() => readPastedPlants(pastedText, plants.find), [pastedText, plants])
  const sourceIds = useMemo(() => {
    if (source === 'selection') return [...selectedIds]
    return source === 'pasted' ? pasted.ids : matchingIds(line.filter, view)
  }, [source, selectedIds, pasted, line.filter, view])
  const narrowed = useMemo(
    () => narrowByGroup(sourceIds, groups.read, chosenGroups),
    [sourceIds, groups.read, chosenGroups],
  )
  const asked = useMemo(() => plants.byId(narrowed.inGroups), [plants, narrowed.inGroups])
  return {
    fleet,
    plants,
    line,
    view,
    whole,
    source,
    setSource: (from: typeof source) => onSearchChange({ from }, true),
    selectedIds,
    pasted,
    pastedText,
    setPastedText,
    groups,
    chosenGroups,
    setChosenGroups,
    /** IDs before they are narrowed by group. */
    sourceIds,
    /** Plants that the choice by group leaves out because their groups are not known. */
    unreadGroups: narrowed.unread,
    chosen: asked.found,
    /** IDs that the fleet doesn't have. */
    missing: asked.missing,
    /** The time by which ages are judged, Unix ms, server's clock. */
    nowMs: view.nowMs,
  }
}

/** The chosen plants, and the ways to choose others. */
export type ChosenPlants = ReturnType<typeof useChosenPlants>

/** An empty line chooses no plants: it would be the whole fleet. */
function matchingIds(filter: FleetFilter, { matches, idAt }: FleetView): string[] {
  return filter.length === 0 ? [] : Array.from({ length: matches }, (_, place) => idAt(place))
}
