// Turns plants into columns, so that 100,000 of them fit in a tab and can be sent between threads without copying.
import { Coder, type CodedColumn, type MetadataColumn, MetadataColumns } from './coded-columns'
import { TextColumn, type Texts } from './text-column'
import type { Plant } from '@/api/plant-schemas'
import { urgencyRank } from '@/domain/problems/urgency'
import { readInstant } from '@/lib/instants'
import { fromNames } from '@/lib/keyed-record'
import { isUnreadable } from '@/lib/unreadable'

/** Attributes whose values repeat from plant to plant. */
export const codedNames = [
  'type',
  'status',
  'lifecycleStatus',
  'authMethod',
  'organizationId',
  'template',
] as const
/** Name of a column of repeated values. */
export type CodedName = (typeof codedNames)[number]

/** Instants that a list shows, filters or sorts by. */
export const instantNames = [
  'lastSeenAt',
  'certificateExpiresAt',
  'createdAt',
  'activatedAt',
  'lastAuthFailureAt',
] as const
/** Name of a column of instants. */
export type InstantName = (typeof instantNames)[number]

/** Members whose value may be unreadable; the place of a name is its bit. */
export const unreadableNames = [
  'name',
  'serialNumber',
  'type',
  'status',
  'lifecycleStatus',
  'authMethod',
  'authFailureCount',
  'certificateFingerprint',
  'certificateSerialNumber',
  'organizationId',
  'templateId',
  'template',
  'metadata',
  ...instantNames,
] as const

/** Rows of plants as columns. */
export interface PageColumns extends Texts {
  rows: number
  coded: Record<CodedName, CodedColumn>
  /** Unix ms; NaN for none, and -Infinity for one that is unreadable. */
  instants: Record<InstantName, Float64Array>
  /** Authentication failures; NaN when not given. */
  failures: Float64Array
  /** Urgency as of the reading, ascending; Infinity for none. */
  urgency: Float64Array
  unreadable: Uint32Array
  metadata: MetadataColumn[]
  /** Marks of metadata keys in the search text, by key. */
  keyMarks: Map<string, string>
  /** Time of each row's reading, Unix ms, server's clock. */
  readAtMs: Float64Array
}

/** A page of a stored fleet, whose rows need not be read one by one. */
export interface SnapshotPage extends PageColumns {
  /** Keys by which IDs are ordered and found. */
  idKeys: Float64Array
  idHashes: Uint32Array
  /** Marks of the rows that a running pass has found, when it is stored, too; see `passMarks`. */
  marks?: Uint8Array
}

/** Encodes plants that were read at `readAtMs` (Unix ms, server's clock). */
export function encodePlants(plants: readonly Plant[], readAtMs: number): PageColumns {
  const rows = plants.length
  const text = new TextColumn(rows)
  const metadata = new MetadataColumns(rows)
  const numbers = () => new Float64Array(rows)
  const page = {
    failures: numbers(),
    urgency: numbers(),
    unreadable: new Uint32Array(rows),
    instants: fromNames(instantNames, numbers),
    readAtMs: numbers().fill(readAtMs),
  }
  const coded = fromNames(codedNames, () => new Coder(rows))
  for (const [row, plant] of plants.entries()) {
    text.add(plant, metadata.linesOf(plant.metadata, row))
    for (const name of codedNames) coded[name].set(row, codedValue(plant, name))
    for (const name of instantNames) page.instants[name][row] = instantCode(plant, name)
    page.failures[row] = plant.authFailureCount ?? Number.NaN
    page.urgency[row] = urgencyRank(plant, readAtMs)
    page.unreadable[row] = unreadableBits(plant.unreadable)
  }
  return {
    ...page,
    ...text.finish(),
    ...metadata.finish(),
    rows,
    coded: fromNames(codedNames, (name) => coded[name].finish()),
  }
}

/** Returns the buffers of a page, for transferring them. */
export function buffersOf(page: PageColumns): ArrayBufferLike[] {
  const columns = [...Object.values(page.coded), ...page.metadata].map(({ codes }) => codes)
  const { starts, wideStarts, forms, apart, apartStarts } = page
  const { failures, urgency, unreadable, readAtMs } = page
  const texts = [starts, wideStarts, forms, apart, apartStarts]
  const own = [...texts, failures, urgency, unreadable, readAtMs]
  return [...own, ...columns, ...Object.values(page.instants)].map(({ buffer }) => buffer)
}

/** The ID and the name of a template make one value, because the list shows one and filters by the other. */
function codedValue(plant: Plant, name: CodedName): string {
  if (name !== 'template') return plant[name] ?? ''
  const { templateId, template } = plant
  const id = template?.id ?? templateId ?? ''
  return id === '' && !template?.name ? '' : `${id}\n${template?.name ?? ''}`
}

function instantCode(plant: Plant, name: InstantName): number {
  const atMs = isUnreadable(plant, name) ? undefined : readInstant(plant[name])
  return atMs === null ? Number.NaN : (atMs ?? -Infinity)
}

/** Reads an instant of a column back, as `readInstant` returns it. */
export function readCode(code = Number.NaN): number | null | undefined {
  if (Number.isNaN(code)) return null
  return Number.isFinite(code) ? code : undefined
}

function unreadableBits(names: readonly string[] = []): number {
  let bits = 0
  for (const [bit, name] of unreadableNames.entries()) if (names.includes(name)) bits |= 1 << bit
  return bits >>> 0
}
