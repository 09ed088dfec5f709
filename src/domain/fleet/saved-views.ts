// Saved views of the list: a name for a filter and an order. The URL is authoritative; a view is only its origin.
import * as z from 'zod/mini'
import { parseFilter, printFilter } from './filter-text'
import { parseSort } from './fleet-sort'
import { defaultThresholds } from '@/domain/certificates/certificate-thresholds'
import { countOf } from '@/lib/format-count'
import { parseJson } from '@/lib/json-text'

/** A filter and an order with a name, as the address has them. */
export interface SavedView {
  name: string
  q: string
  /** The sort parameter; undefined for the default order. */
  sort?: string | undefined
}

/** A stored view that this version can’t use, kept as it is: another version may have written it. */
export interface UnreadableView {
  /** The JSON value as it was read; the whole text when it isn't a file of views. */
  given: unknown
  /** The name, if there is one. */
  name: string | undefined
  /** The reason, as the end of a sentence. */
  reason: string
}

/** Views read from a file or from this device. */
export interface ReadViews {
  views: readonly SavedView[]
  unreadable: readonly UnreadableView[]
}

/** Views that every user has. */
export const builtInViews: readonly SavedView[] = [
  {
    name: `Expiring within ${defaultThresholds.soonDays} days`,
    q: 'cert:week,month',
    sort: 'cert',
  },
  { name: 'Offline over 24 h', q: 'status:OFFLINE seen>24h', sort: 'seen' },
  { name: 'Authentication failing', q: 'failures>0', sort: '-failures' },
  { name: 'Never connected', q: 'seen:never', sort: 'created' },
]

/** No views at all. */
export const noViews: ReadViews = { views: [], unreadable: [] }

/** Most views that can be saved or imported; more that are stored already are kept. */
const maxViews = 200
const [maxNameLength, maxFilterLength] = [80, 2_000]

/** Members that a later version added are kept. */
const viewSchema = z.looseObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(maxNameLength)),
  q: z.string().check(z.maxLength(maxFilterLength)),
  sort: z.optional(z.string()),
})
const fileSchema = z.object({
  kind: z.literal('plantdeck-views'),
  version: z.literal(1),
  views: z.array(z.unknown()),
})
const anyVersionSchema = z.object({ kind: z.literal('plantdeck-views'), version: z.unknown() })
const namedSchema = z.object({ name: z.string() })

/** Returns the text of a file with views. Unreadable ones are written as they were read. */
export function printViews({ views, unreadable }: ReadViews): string {
  const all = [...views, ...unreadable.map(({ given }) => given)]
  return `${JSON.stringify({ kind: 'plantdeck-views', version: 1, views: all }, undefined, 2)}\n`
}

/** Returns the number of views, readable or not. */
export function countViews({ views, unreadable }: ReadViews): number {
  return views.length + unreadable.length
}

/** Returns why a text isn't a file of views; undefined when it is one, although single views may be unreadable. */
function problemOfFile(text: string): string | undefined {
  const json = parseJson(text)
  if (json === undefined) return 'The file is not JSON.'
  if (z.safeParse(fileSchema, json).success) return undefined
  return z.safeParse(anyVersionSchema, json).success
    ? 'The file was written by another version of Plantdeck, which this one can’t read.'
    : 'The file has no saved views.'
}

/** Reads views that were written by `printViews`, maybe in another version. Nothing is left out. */
export function readViews(text: string): ReadViews {
  const file = z.safeParse(fileSchema, parseJson(text))
  if (!file.success) {
    const reason = 'another version of Plantdeck wrote it, or it is damaged'
    return { views: [], unreadable: [{ given: text, name: undefined, reason }] }
  }
  const views: SavedView[] = []
  const unreadable: UnreadableView[] = []
  for (const given of file.data.views.flatMap(unwrapped)) {
    const parsed = z.safeParse(viewSchema, given)
    const reason = parsed.success ? problemOf(parsed.data, views) : 'it is not complete'
    if (parsed.success && reason === undefined) views.push(parsed.data)
    else {
      const named = z.safeParse(namedSchema, given)
      const name = (named.success && named.data.name.trim()) || undefined
      unreadable.push({ given, name, reason: reason ?? 'it is not complete' })
    }
  }
  return { views, unreadable }
}

/** Result of adding a file's views to the saved ones. */
interface ImportedViews {
  next: ReadViews
  /** Message about the views that were added and left out. */
  findings: readonly string[]
}

/** Adds the views of a file to the saved ones; a file that has too many changes nothing. */
export function importViews(saved: ReadViews, text: string): ImportedViews {
  const problem = problemOfFile(text)
  if (problem !== undefined) return { next: saved, findings: [problem] }
  const file = readViews(text)
  const views = [...saved.views]
  const leftOut: string[] = []
  for (const view of file.views) {
    const reason = problemOf(view, views)
    if (reason === undefined) views.push(view)
    else leftOut.push(`“${view.name}” was left out: ${reason}.`)
  }
  const known = new Set(saved.unreadable.map(({ given }) => JSON.stringify(given)))
  const newUnreadable = file.unreadable.filter(({ given }) => !known.has(JSON.stringify(given)))
  const next = { views, unreadable: [...saved.unreadable, ...newUnreadable] }
  if (countViews(next) > maxViews) {
    const sum = `${countViews(file)} in the file and ${countViews(saved)} saved ones`
    const advice = 'Delete saved views, or split the file.'
    return {
      next: saved,
      findings: [`Nothing was added: at most ${maxViews} views fit, not ${sum}. ${advice}`],
    }
  }
  const added = views.length - saved.views.length
  const findings = [`${countOf(added, 'view was', 'views were')} added.`]
  if (newUnreadable.length > 0)
    findings.push(`${newUnreadable.length} more can’t be read; see the list.`)
  return { next, findings: [...findings, ...leftOut] }
}

/** Returns the reason why a view can't be saved beside others; undefined when it can. */
function problemOf(view: SavedView, others: readonly SavedView[]): string | undefined {
  const name = view.name.trim()
  if (name === '') return 'it has no name'
  if (name.length > maxNameLength) return `its name is longer than ${maxNameLength} characters`
  const isTaken = [...builtInViews, ...others].some((other) => isSameName(other.name, name))
  if (isTaken) return `a view named “${name}” already exists`
  if (view.q.length > maxFilterLength)
    return `its filter is longer than ${maxFilterLength} characters`
  const [mistake] = parseFilter(view.q).mistakes
  return mistake && `its filter has a mistake in column ${mistake.column}`
}

/** Returns the reason why a new view can't be added to the saved ones; undefined when it can. */
export function problemOfNew(view: SavedView, saved: ReadViews): string | undefined {
  if (countViews(saved) >= maxViews)
    return `there are ${maxViews} views already; delete one in “Manage views”`
  return problemOf(view, saved.views)
}

/** Returns the view that a filter and an order come from, if they are still the same. */
export function viewOf(
  views: readonly SavedView[],
  { q, sort }: Omit<SavedView, 'name'>,
): SavedView | undefined {
  const filter = canonical(q)
  return views.find((view) => canonical(view.q) === filter && isSameSort(view.sort, sort))
}

/** A text of another version was kept as one view; the version that wrote it can read it again. */
function unwrapped(given: unknown): unknown[] {
  if (typeof given !== 'string') return [given]
  const file = z.safeParse(fileSchema, parseJson(given))
  return file.success ? file.data.views : [given]
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
