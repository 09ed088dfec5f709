// A snapshot may come from another version of the application, or be damaged: it is used whole or not at all.
import * as z from 'zod/mini'
import type { MetadataColumn } from './coded-columns'
import { idHash } from './id-table'
import {
  type CodedName,
  type InstantName,
  type PageColumns,
  type SnapshotPage,
  codedNames,
  instantNames,
} from './page-columns'
import type { RunningPass } from './running-pass'
import { idAt } from './text-column'
import { fromNames } from '@/lib/keyed-record'

const coded = z.object({ values: z.array(z.string()), codes: z.instanceof(Uint16Array) })
const numbers = z.instanceof(Float64Array)
const places = z.instanceof(Uint32Array)
// Not the library's own maps, sets and unions: nothing else uses them, and the first screen would carry them.
const texts = z.custom<Map<string, string>>(
  (value) => value instanceof Map && [...value].flat().every((text) => typeof text === 'string'),
)
const counts = z.custom<Set<number>>(
  (value) => value instanceof Set && [...value].every((count) => typeof count === 'number'),
)
const countOrNone = z.custom<number | undefined>(
  (value) => value === undefined || typeof value === 'number',
)
const metadata: z.ZodMiniType<MetadataColumn> = z.extend(coded, { key: z.string() })
const codedColumns: z.ZodMiniType<PageColumns['coded']> = z.object(
  fromNames<CodedName, typeof coded>(codedNames, () => coded),
)
const instants: z.ZodMiniType<PageColumns['instants']> = z.object(
  fromNames<InstantName, typeof numbers>(instantNames, () => numbers),
)

const pageSchema: z.ZodMiniType<SnapshotPage> = z
  .object({
    rows: z.number(),
    text: z.string(),
    starts: places,
    wide: z.string(),
    wideStarts: places,
    forms: z.instanceof(Uint16Array),
    apart: z.instanceof(Uint8Array),
    apartStarts: places,
    coded: codedColumns,
    instants,
    failures: numbers,
    urgency: numbers,
    unreadable: places,
    metadata: z.array(metadata),
    keyMarks: texts,
    readAtMs: numbers,
    idKeys: numbers,
    idHashes: places,
    marks: z.optional(z.instanceof(Uint8Array)),
  })
  .check(z.refine(hasAllRows))

const outageSchema = z.object({
  connected: z.number(),
  stopped: z.number(),
  /** Start of the two passes, Unix ms, server's clock. */
  fromMs: z.number(),
  toMs: z.number(),
})
const passSchema: z.ZodMiniType<RunningPass> = z.object({
  number: z.number(),
  sinceMs: z.number(),
  connected: z.number(),
  stopped: z.number(),
  connectedNow: z.number(),
  startedAtMs: z.number(),
  progress: z.object({
    done: counts,
    total: countOrNone,
    totalPages: countOrNone,
    isOver: z.boolean(),
  }),
  plants: z.number(),
  newPlants: z.number(),
  firstTotal: countOrNone,
  latestTotal: countOrNone,
  unreadableRows: z.number(),
  repeatedRows: z.number(),
  beganAtMs: countOrNone,
  isEnded: z.boolean(),
})
const headSchema = z.object({
  parts: z.number(),
  plants: z.number(),
  pass: z.optional(passSchema),
  total: z.nullable(z.number()),
  outage: z.optional(outageSchema),
})
const partSchema = z.array(pageSchema)

/** Plants that were connected in one pass over the list, and those of them that the next one found disconnected. */
export type OutageCount = z.infer<typeof outageSchema>

/** The fleet as it was last read. */
export interface Snapshot {
  pages: SnapshotPage[]
  /** Number of plants in the list; null when unknown. */
  total: number | null
  /** Without it, a wide outage would look like many plants that went offline by themselves. */
  outage?: OutageCount | undefined
  /** The pass that was running: the next visit reads on where it stopped. */
  pass?: RunningPass | undefined
}

/** More in one part, and reading it would hold up the page. */
const pagesPerPart = 2

/** Returns a snapshot in the form in which it is stored: its head, and parts of some pages each. */
export function storedForm({ pages, ...rest }: Snapshot) {
  const parts = Array.from({ length: Math.ceil(pages.length / pagesPerPart) }, (_, at) =>
    pages.slice(at * pagesPerPart, (at + 1) * pagesPerPart),
  )
  const plants = pages.reduce((sum, { rows }) => sum + rows, 0)
  const head: SnapshotHead = { ...rest, parts: parts.length, plants }
  return { head, parts }
}

type SnapshotHead = z.infer<typeof headSchema>

/** Reads the head from its stored form. */
export function readHead(stored: unknown): SnapshotHead | undefined {
  return z.safeParse(headSchema, stored).data
}

/**
 * Puts a snapshot together from its stored head and parts; undefined when one is missing or has another form. Calls
 * `onProgress` with the head and each part. Rejects like the parts.
 */
export async function readSnapshot(
  stored: { head: unknown; parts: readonly Promise<unknown>[] },
  onProgress?: () => void,
): Promise<Snapshot | undefined> {
  const head = readHead(stored.head)
  onProgress?.()
  if (!head || head.parts !== stored.parts.length) return undefined
  const reads = stored.parts.map(async (part) => {
    const { data } = z.safeParse(partSchema, await part)
    onProgress?.()
    return data
  })
  const pages: SnapshotPage[] = []
  for (const read of await Promise.all(reads)) {
    if (!read) return undefined
    pages.push(...read)
  }
  const { parts: _parts, plants: _plants, ...rest } = head
  return { pages, ...rest }
}

function hasAllRows(page: SnapshotPage): boolean {
  const { rows, failures, urgency, unreadable, readAtMs, forms, idKeys, idHashes } = page
  const own = [failures, urgency, unreadable, readAtMs, forms, idKeys, idHashes]
  const marks = page.marks ? [page.marks] : []
  const columns = [...own, ...marks, ...Object.values(page.instants)]
  const codes = [...Object.values(page.coded), ...page.metadata].map((column) => column.codes)
  const { starts, wideStarts, apartStarts } = page
  const bounds = wideStarts.length === 0 ? [starts, apartStarts] : [starts, wideStarts, apartStarts]
  return (
    [...columns, ...codes].every(({ length }) => length === rows) &&
    bounds.every(({ length }) => length === rows + 1) &&
    // Text that is damaged would throw only when a row is drawn.
    (rows === 0 || idHashes[0] === idHash(idAt(page, 0)))
  )
}
