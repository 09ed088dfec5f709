import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type RowRange, type RowWindow, rowWindow } from './row-window'

interface RowWindowOptions {
  /** Scrolls, or grows with the rows in a page that scrolls. */
  regionRef: RefObject<HTMLElement | null>
  /** As high as all rows. */
  bodyRef: RefObject<HTMLElement | null>
  /** Number of rows. */
  rows: number
  /** Height of the header that covers the region's top, px. */
  coverPx: number
  rowHeightPx: number
}

const spare = 6
/** Before anything can be measured: the visible part is never taller than the window. */
const firstWindow = (rowHeightPx: number): RowWindow => ({
  first: 0,
  end: Math.ceil(innerHeight / rowHeightPx) + 1,
  seen: { first: 0, end: 0 },
})
/** After this time without scrolling, the elements are put into the order of the rows. */
const restMs = 150

interface Geometry {
  topPx: number
  heightPx: number
}

/** Follows scrolling and resizing, whichever element scrolls, and returns the rows to render. */
export function useRowWindow(options: RowWindowOptions) {
  const { regionRef, bodyRef, rows, coverPx, rowHeightPx } = options
  const [range, setRange] = useState(() => firstWindow(rowHeightPx))
  const [base, setBase] = useState(0)
  const shown = useRef(range)
  const geometry = useRef<Geometry>(undefined)

  const show = useCallback(
    (measured: Geometry) => {
      const next = rowWindow({ ...measured, coverPx, rowHeightPx, rows, spare })
      const last = shown.current
      shown.current = next
      // What is rendered ends with the rows in any case.
      if (isSame(next, within(last, rows)) && isSame(next.seen, within(last.seen, rows))) return
      setRange(next)
    },
    [coverPx, rowHeightPx, rows],
  )

  const measure = useCallback(() => {
    const region = regionRef.current?.getBoundingClientRect()
    const body = bodyRef.current?.getBoundingClientRect()
    if (!region || !body) return
    const top = Math.max(region.top, 0)
    const bottom = Math.min(region.bottom, innerHeight)
    geometry.current = { topPx: top - body.top, heightPx: bottom - top }
    show(geometry.current)
  }, [regionRef, bodyRef, show])

  const measured = useRef({ rows: 0, coverPx, rowHeightPx })
  useLayoutEffect(() => {
    const last = measured.current
    measured.current = { rows, coverPx, rowHeightPx }
    // The observer measures new rows; measuring here would lay out a new page, and then render the rows twice.
    if (!geometry.current) return
    const isSameHeight = last.coverPx === coverPx && last.rowHeightPx === rowHeightPx
    // More rows below those on screen change nothing there, and measuring would lay out the page once more.
    if (isSameHeight && rows >= last.rows && shown.current.end < last.rows) return
    // At the top, the number of rows moves nothing, and a change of the region's height is observed.
    if (isSameHeight && isAtTop(geometry.current, coverPx)) {
      show(geometry.current)
      return
    }
    // Before the paint: a filter that leaves fewer rows must not show blank ones.
    measure()
  }, [measure, show, rows, coverPx, rowHeightPx])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const onScroll = () => {
      // Within the frame, so that no blank rows are painted.
      flushSync(measure)
      clearTimeout(timer)
      timer = setTimeout(() => setBase(shown.current.first), restMs)
    }
    const sizes = new ResizeObserver(measure)
    if (regionRef.current) sizes.observe(regionRef.current)
    // Capturing, because scroll events of an element do not bubble.
    document.addEventListener('scroll', onScroll, { capture: true, passive: true })
    addEventListener('resize', measure)
    return () => {
      clearTimeout(timer)
      sizes.disconnect()
      document.removeEventListener('scroll', onScroll, { capture: true })
      removeEventListener('resize', measure)
    }
  }, [measure, regionRef])

  const end = Math.min(range.end, rows)
  return {
    range: { ...range, first: Math.min(range.first, end), end },
    base,
    /** Scrolls the region to its top, unless it is there: even asking for its position would lay out the page. */
    toTop: useCallback(() => {
      if (geometry.current && isAtTop(geometry.current, coverPx)) return
      regionRef.current?.scrollTo({ top: 0 })
    }, [regionRef, coverPx]),
  }
}

/** True when the header doesn't cover a part of the first row. */
function isAtTop({ topPx }: Geometry, coverPx: number): boolean {
  return topPx + coverPx <= 0
}

function within({ first, end }: RowRange, rows: number): RowRange {
  return { first: Math.min(first, rows), end: Math.min(end, rows) }
}

function isSame(one: RowRange, other: RowRange): boolean {
  return one.first === other.first && one.end === other.end
}
