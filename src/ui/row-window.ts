// Decides which rows of a long list are rendered; all rows have the same height.

/** Rows from `first` up to, but not including, `end`. */
export interface RowRange {
  first: number
  end: number
}

/** Rows to render, and the rows among them that are wholly visible. */
export interface RowWindow extends RowRange {
  seen: RowRange
}

interface Visible {
  /** Distance from the first row's upper edge to the visible part's, px; negative above the rows. */
  topPx: number
  heightPx: number
  /** Height of a header that covers the top of the visible part, px. */
  coverPx: number
  rowHeightPx: number
  /** Number of rows of the list. */
  rows: number
  /** Rows rendered beyond each edge, so that scrolling shows no blank ones. */
  spare: number
}

/** Returns the rows to render. Their number depends only on the height, so that slots are used again. */
export function rowWindow(visible: Visible): RowWindow {
  const { topPx, heightPx, coverPx, rowHeightPx, rows, spare } = visible
  const shown = Math.ceil(Math.max(heightPx, 0) / rowHeightPx) + 1 + 2 * spare
  const wanted = Math.floor(topPx / rowHeightPx) - spare
  const first = Math.max(0, Math.min(wanted, rows - shown))
  const end = Math.min(rows, first + shown)
  const firstSeen = Math.max(first, Math.ceil((topPx + coverPx) / rowHeightPx))
  const seenEnd = Math.min(end, Math.floor((topPx + heightPx) / rowHeightPx))
  return {
    first,
    end,
    seen: { first: Math.min(firstSeen, end), end: Math.max(seenEnd, firstSeen) },
  }
}

/**
 * Returns the places of the window's rows in the order of their slots: a row keeps its element while it is in the window,
 * and a new one takes over the element of one that left. `base` is the place whose slot comes first.
 */
export function placesBySlot({ first, end }: RowRange, base: number): number[] {
  const count = end - first
  const places: number[] = []
  for (let step = 0; step < count; step += 1) {
    const slot = (base + step) % count
    places.push(first + ((((slot - first) % count) + count) % count))
  }
  return places
}
