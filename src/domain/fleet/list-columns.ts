// Columns of the list of plants: which are shown, in which order, and which fit.
import type { SortKey } from './fleet-sort'

/** Every column of the list, in the order in which they are offered; each is also a key to sort by. */
export const listColumns = [
  'name',
  'urgency',
  'serialNumber',
  'status',
  'lifecycle',
  'cert',
  'seen',
  'failures',
  'type',
  'auth',
  'template',
  'created',
] as const satisfies readonly SortKey[]

export type ListColumn = (typeof listColumns)[number]

/** Headings of the columns. */
export const columnLabels: Record<ListColumn, string> = {
  name: 'Name',
  urgency: 'Needs attention',
  serialNumber: 'Serial number',
  status: 'Connection',
  lifecycle: 'Lifecycle',
  cert: 'Certificate',
  seen: 'Last seen',
  failures: 'Auth failures',
  type: 'Type',
  auth: 'Auth method',
  template: 'Template',
  created: 'Created',
}

/** Columns shown until the user chooses, as far as they fit. */
export const defaultColumns: readonly ListColumn[] = listColumns.filter(
  (column) => column !== 'template' && column !== 'created',
)

/** Columns that are always shown, and the one that follows them. */
const core: readonly ListColumn[] = ['name', 'status', 'seen']
const coreSize = 4

/** Further default columns by importance: those at the end give way first where there is no room. */
const byImportance: readonly ListColumn[] = [
  'urgency',
  'cert',
  'serialNumber',
  'lifecycle',
  'failures',
  'type',
  'auth',
]

/** Parses a stored choice of columns; undefined when there is none. The name is always the first column. */
export function readColumns(text: string | null): readonly ListColumn[] | undefined {
  if (text === null) return undefined
  const named = text.split(' ').filter(isListColumn)
  const chosen = new Set<ListColumn>(['name', ...named])
  return named.length > 0 ? [...chosen] : undefined
}

/** Formats a choice of columns for storage. */
export function printColumns(columns: readonly ListColumn[]): string {
  return columns.join(' ')
}

/**
 * Returns the default columns that fit into a width, in their own order; the most important ones always do. The reason
 * why a plant needs attention gives way to the narrower certificate only where there is no room for it beside names of
 * `shortestNamePx`.
 */
export function fittingColumns(
  widths: Record<ListColumn, number>,
  shortestNamePx: number,
  roomPx: number,
): readonly ListColumn[] {
  const corePx = core.reduce((sum, column) => sum + widths[column], 0)
  const hasReason = corePx - widths.name + shortestNamePx + widths.urgency <= roomPx
  const others = hasReason ? byImportance : byImportance.filter((column) => column !== 'urgency')
  let leftPx = roomPx - corePx
  const fitting = new Set<ListColumn>(core)
  for (const column of others) {
    leftPx -= widths[column]
    if (leftPx < 0 && fitting.size >= coreSize) break
    fitting.add(column)
  }
  return defaultColumns.filter((column) => fitting.has(column))
}

/** Moves a column one place towards the start (-1) or the end (1); the name stays first. */
export function moveColumn(
  columns: readonly ListColumn[],
  column: ListColumn,
  by: -1 | 1,
): readonly ListColumn[] {
  const from = columns.indexOf(column)
  const to = from + by
  if (from < 1 || to < 1 || to >= columns.length) return columns
  return columns.toSpliced(from, 1).toSpliced(to, 0, column)
}

function isListColumn(text: string): text is ListColumn {
  return (listColumns as readonly string[]).includes(text)
}
