// Saved views of the list: a name for a filter and an order. The URL is what counts; a view is only where it came from.
import * as z from 'zod/mini'
import { parseFilter, printFilter } from './filter-text'
import { parseSort } from './fleet-sort'

export interface SavedView {
  name: string
  q: string
  /** The sort parameter; undefined for the default order. */
  sort?: string | undefined
}

/** Views that every user has. */
export const builtInViews: readonly SavedView[] = [
  { name: 'Expiring within 30 days', q: 'cert:week,month', sort: 'cert' },
  { name: 'Offline over 24 h', q: 'status:OFFLINE seen>24h', sort: 'seen' },
  { name: 'Authentication failing', q: 'failures>0', sort: '-failures' },
  { name: 'Never connected', q: 'seen:never', sort: 'created' },
]

const [longestName, longestFilter, mostViews] = [80, 2_000, 200]

const viewSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(longestName)),
  q: z.string().check(z.maxLength(longestFilter)),
  sort: z.optional(z.string()),
})
const fileSchema = z.object({
  kind: z.literal('plantdeck-views'),
  version: z.literal(1),
  views: z.array(z.unknown()).check(z.maxLength(mostViews)),
})

interface ReadViews {
  views: SavedView[]
  problems: string[]
}

/** Returns the text of a file with views. */
export function printViews(views: readonly SavedView[]): string {
  return `${JSON.stringify({ kind: 'plantdeck-views', version: 1, views }, undefined, 2)}\n`
}

/** Reads the text of a file with views. It keeps the readable ones and says what is wrong with the others. */
export function readViews(text: string): ReadViews {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { views: [], problems: ['The file is not JSON.'] }
  }
  const file = z.safeParse(fileSchema, json)
  if (!file.success)
    return { views: [], problems: ['The file has no saved views of this version.'] }
  const read: ReadViews = { views: [], problems: [] }
  for (const [at, given] of file.data.views.entries()) {
    const parsed = z.safeParse(viewSchema, given)
    const problem = parsed.success ? problemOf(parsed.data, read.views) : 'it is not complete'
    if (parsed.success && problem === undefined) read.views.push(parsed.data)
    else read.problems.push(`View ${at + 1} was left out: ${problem ?? ''}.`)
  }
  return read
}

/** Returns the reason why a view can't be saved beside others; undefined when it can. */
export function problemOf(view: SavedView, others: readonly SavedView[]): string | undefined {
  const name = view.name.trim()
  if (name === '') return 'it has no name'
  if (name.length > longestName) return `its name is longer than ${longestName} characters`
  const isTaken = [...builtInViews, ...others].some((other) => isSameName(other.name, name))
  if (isTaken) return `there is another view “${name}”`
  const [mistake] = parseFilter(view.q).mistakes
  return mistake && `its filter has a mistake in column ${mistake.column}`
}

/** Returns the view that a filter and an order come from, if they are still the same. */
export function viewOf(
  views: readonly SavedView[],
  { q, sort }: Omit<SavedView, 'name'>,
): SavedView | undefined {
  const filter = canonical(q)
  return views.find((view) => canonical(view.q) === filter && isSameSort(view.sort, sort))
}

/** The same filter may be written in different ways; one with a mistake is only itself. */
function canonical(q: string): string {
  const { filter, mistakes } = parseFilter(q)
  return mistakes.length > 0 ? q.trim() : printFilter(filter)
}

function isSameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function isSameSort(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [parseSort(one), parseSort(other)]
  return a.key === b.key && a.isDescending === b.isDescending
}
