interface RowPlace {
  region: HTMLElement
  body: HTMLElement
  /** Height of the header that covers the region's top, px. */
  headerPx: number
  place: number
  rowHeightPx: number
}

/** Scrolls as little as needed to show a row, or to the middle; rendered or not. */
export function scrollToRow(row: RowPlace, align: 'nearest' | 'center' = 'nearest'): void {
  const { region, body, headerPx, place, rowHeightPx } = row
  const scroller = scrollerOf(region)
  if (!scroller) return
  const view = scroller.getBoundingClientRect()
  const top = body.getBoundingClientRect().top + place * rowHeightPx
  const above = top - (view.top + headerPx)
  const below = top + rowHeightPx - view.bottom
  const isVisible = above >= 0 && below <= 0
  if (isVisible) return
  if (align === 'center') scroller.scrollTop += (above + below) / 2
  else scroller.scrollTop += above < 0 ? above : below
}

/** Number of whole rows that fit into the visible part. */
export function rowsPerScreen({
  region,
  headerPx,
  rowHeightPx,
}: Omit<RowPlace, 'place' | 'body'>): number {
  const height = scrollerOf(region)?.clientHeight ?? innerHeight
  return Math.max(1, Math.floor((height - headerPx) / rowHeightPx) - 1)
}

/** The region itself, or the part of the page that scrolls it. */
function scrollerOf(region: HTMLElement): HTMLElement | null {
  for (let node: HTMLElement | null = region; node; node = node.parentElement) {
    const { overflowY } = getComputedStyle(node)
    const canScroll = overflowY === 'auto' || overflowY === 'scroll'
    if (canScroll && node.scrollHeight > node.clientHeight) return node
  }
  return null
}
