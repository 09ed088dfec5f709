import { useCallback, useEffect, useMemo, useState } from 'react'
import { filterLineOf, withoutServerPages } from './list-search'
import { parseFilter, printFilter } from '@/domain/fleet/filter-text'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'
import { type FleetSort, parseSort, printSort } from '@/domain/fleet/fleet-sort'
import { whyNotAllMatching } from '@/domain/fleet/unapplied-conditions'
import type { ListSearch, OnListSearchChange } from '@/fleet/list-code'
import { useAfterPaint } from '@/ui/use-after-paint'

/**
 * Browsers limit how often the address may change, and each change renders the page once more: not between two letters
 * of a word. What may leave the field writes at once.
 */
const writeAfterMs = 500

interface Line {
  text: string
  /** The line of the URL when `text` was taken from it, or was found in it. */
  inUrl: string
  /** The line that was written to the URL last. */
  written: string | undefined
}

/** The filter and the order of the list. The URL is their source; typed text is briefly ahead of it. */
export function useFilterLine(search: ListSearch, onSearchChange: OnListSearchChange) {
  const inUrl = filterLineOf(search)
  const [line, setLine] = useState<Line>({ text: inUrl, inUrl, written: undefined })
  // Back, a link or another chip changed the URL; or it now has what was typed, maybe not the latest letters.
  if (line.inUrl !== inUrl) {
    const text = inUrl === line.written ? line.text : inUrl
    setLine({ text, inUrl, written: undefined })
  }
  const { text } = line
  const { filter, mistakes } = useMemo(() => parseFilter(text), [text])
  const [order, setOrder] = useState({ shown: search.sort, inUrl: search.sort })
  if (order.inUrl !== search.sort) setOrder({ shown: search.sort, inUrl: search.sort })
  const sort = useMemo(() => parseSort(order.shown), [order.shown])

  // The router takes longer to follow a change than the list.
  const afterPaint = useAfterPaint()
  const write = useCallback(
    (next: string, isReplacing: boolean) => {
      setLine((current) => ({ ...current, text: next, written: next }))
      afterPaint.run(() =>
        onSearchChange({ ...withoutServerPages, q: next || undefined }, isReplacing),
      )
    },
    [afterPaint, onSearchChange],
  )

  const isAhead = text !== line.inUrl && text !== line.written
  const flush = useCallback(() => {
    if (isAhead) write(text, true)
    afterPaint.flush()
  }, [isAhead, text, write, afterPaint])
  useEffect(() => {
    if (!isAhead) return
    const timer = setTimeout(flush, writeAfterMs)
    const leaving = flushOnLeaving(flush)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [isAhead, flush])

  return {
    text,
    /** True once the typed text is in the URL. */
    isWritten: !isAhead,
    filter,
    mistakes,
    /** The reason why actions on all that match must wait: a condition isn’t applied. */
    whyNotAll: whyNotAllMatching(text, mistakes),
    sort,
    /** Applies the typed text, in one history entry with what was typed before. */
    type: useCallback((next: string) => setLine((current) => ({ ...current, text: next })), []),
    /** Writes the typed text to the URL immediately. */
    flush,
    /** Replaces the filter by a step that Back undoes. */
    setFilter: useCallback((next: FleetFilter) => write(printFilter(next), false), [write]),
    setText: useCallback((next: string) => write(next, false), [write]),
    setSort: useCallback(
      (next: FleetSort) => {
        const shown = printSort(next)
        setOrder((current) => ({ ...current, shown }))
        afterPaint.run(() => onSearchChange({ ...withoutServerPages, sort: shown }))
      },
      [afterPaint, onSearchChange],
    ),
    /** Opens a saved view: its filter and its order. */
    open: useCallback(
      ({ q, sort: sortText }: { q: string; sort?: string | undefined }) => {
        setLine((current) => ({ ...current, text: q, written: q }))
        setOrder((current) => ({ ...current, shown: sortText }))
        afterPaint.run(() =>
          onSearchChange({ ...withoutServerPages, q: q || undefined, sort: sortText }),
        )
      },
      [afterPaint, onSearchChange],
    ),
  }
}

/** Calls `flush` before what may leave the page while the field keeps the focus: a reload, Back, the browser's toolbar. */
function flushOnLeaving(flush: () => void): AbortController {
  const leaving = new AbortController()
  const options = { capture: true, signal: leaving.signal }
  addEventListener('pointerdown', flush, options)
  addEventListener('pagehide', flush, options)
  // Without capture: rows that change below a mouse at rest are left by it, too.
  const { signal } = leaving
  document.documentElement.addEventListener('pointerleave', flush, { signal })
  const onKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey || key === 'F5') flush()
  }
  addEventListener('keydown', onKey, options)
  return leaving
}

/** The filter line and what can be done with it. */
export type FilterLine = ReturnType<typeof useFilterLine>
