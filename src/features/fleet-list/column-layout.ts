import { type ListColumn, listColumns } from '@/domain/fleet/list-columns'
import { fromNames } from '@/lib/keyed-record'

interface ColumnLayout {
  /** Minimum width, px; a time such as “59 min ago” needs 91. */
  minPx: number
  /** Share of the width; a column whose share is below its minimum keeps that. */
  grow: number
  isNumeric?: boolean
}

const layouts: Record<ListColumn, ColumnLayout> = {
  name: { minPx: 120, grow: 4 },
  urgency: { minPx: 238, grow: 3 },
  serialNumber: { minPx: 136, grow: 1.4 },
  status: { minPx: 104, grow: 1 },
  lifecycle: { minPx: 124, grow: 1.5 },
  cert: { minPx: 122, grow: 1.3 },
  seen: { minPx: 92, grow: 1 },
  failures: { minPx: 108, grow: 0, isNumeric: true },
  type: { minPx: 96, grow: 1 },
  auth: { minPx: 104, grow: 1 },
  template: { minPx: 132, grow: 2 },
  created: { minPx: 92, grow: 1 },
}

/** Width of the column with the checkboxes, px. */
const selectorPx = 40

/** Width at which most names are whole, px; further columns are hidden before names get narrower. */
const readableNamePx = 186

/** Width at which names are still recognizable, px; even the reason is hidden before names get narrower. */
export const shortestNamePx = 134

/** Widths by which the default columns are chosen, px. */
export const columnWidths = fromNames(listColumns, (column) =>
  column === 'name' ? readableNamePx : layouts[column].minPx,
)

/** Returns true for a column of numbers. */
export const isNumericColumn = (column: ListColumn) => layouts[column].isNumeric === true

/**
 * Returns the grid of a row, and the minimum width of the table. Default columns are as many as fit; with columns that were
 * chosen, the table scrolls before names get hard to read.
 */
export function gridOf(
  columns: readonly ListColumn[],
  areChosen: boolean,
): { template: string; minPx: number } {
  const minOf = (column: ListColumn) =>
    areChosen && column === 'name' ? readableNamePx : layouts[column].minPx
  const tracks = columns.map((column) => {
    const { grow } = layouts[column]
    const minPx = minOf(column)
    return grow === 0 ? `${minPx}px` : `minmax(${minPx}px, ${grow}fr)`
  })
  const minPx = columns.reduce((sum, column) => sum + minOf(column), selectorPx)
  return { template: `${selectorPx}px ${tracks.join(' ')}`, minPx }
}

/** Room for the columns in a region of this width, px. */
export const roomFor = (regionPx: number) => regionPx - selectorPx
