import { type RefObject, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { columnWidths, roomFor, shortestNamePx } from './column-layout'
import {
  type ListColumn,
  defaultColumns,
  fittingColumns,
  printColumns,
  readColumns,
} from '@/domain/fleet/list-columns'
import {
  getTextPreference,
  setTextPreference,
  subscribeToPreferences,
} from '@/lib/preferences-as-text'
import { usePrinting } from '@/ui/printing'

const columnsName = 'listColumns'
const densityName = 'listDensity'
const facetsName = 'listFacets'

/** Borders of the table and a scrollbar, px. */
const edgesPx = 18

/** Height of the rows: comfortable or compact. */
export type Density = 'comfortable' | 'compact'

/** Returns a text preference as React state. */
function useText(name: string): string | null {
  return useSyncExternalStore(subscribeToPreferences, () => getTextPreference(name))
}

/** Returns the columns that the user chose; undefined for the default ones. */
export function useChosenColumns(): readonly ListColumn[] | undefined {
  const text = useText(columnsName)
  return useMemo(() => readColumns(text), [text])
}

/** Stores a choice of columns; undefined for the default ones. */
export function chooseColumns(columns: readonly ListColumn[] | undefined): void {
  setTextPreference(columnsName, columns ? printColumns(columns) : null)
}

/** Returns the columns to show: the chosen ones, or the default ones that fit into the frame. */
export function useListColumns(
  frameRef: RefObject<HTMLElement | null>,
  isCards: boolean,
): readonly ListColumn[] {
  const chosen = useChosenColumns()
  const isPrinting = usePrinting()
  const [widthPx, setWidthPx] = useState(0)
  useEffect(() => {
    const frame = frameRef.current
    if (!frame) return
    const sizes = new ResizeObserver(() => setWidthPx(frame.clientWidth - edgesPx))
    sizes.observe(frame)
    return () => sizes.disconnect()
  }, [frameRef])
  return useMemo(
    () =>
      chosen ??
      (isCards || isPrinting
        ? defaultColumns
        : fittingColumns(columnWidths, shortestNamePx, roomFor(widthPx))),
    [chosen, isCards, isPrinting, widthPx],
  )
}

/** Returns the density of the rows. */
export function useDensity(): Density {
  return useText(densityName) === 'compact' ? 'compact' : 'comfortable'
}

/** Stores the density of the rows. */
export function chooseDensity(density: Density): void {
  setTextPreference(densityName, density)
}

/** Returns true while the facets are shown beside the table. */
export function useFacetsShown(): boolean {
  return useText(facetsName) !== 'hidden'
}

/** Shows the facets beside the table, or hides them. */
export function showFacets(isShown: boolean): void {
  setTextPreference(facetsName, isShown ? null : 'hidden')
}
