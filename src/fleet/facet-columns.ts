import { disuseReader } from './disuse-reader'
import type { FleetColumns } from './fleet-columns'
import type { Codes } from './growing-columns'
import { type CodedName, unreadableNames } from './page-columns'
import { expiryBucketAt, expiryEdgesMs } from '@/domain/certificates/certificate-expiry'
import type { FacetKey } from '@/domain/fleet/facet-choice'
import {
  type FacetName,
  certificateBuckets,
  facetMembers,
  facetNames,
  unreadableValue,
} from '@/domain/fleet/fleet-filter'
import { type SeenBucket, seenBucket, seenEdgesMs, seenWords } from '@/domain/fleet/last-contact'
import { fromNames, keysOf } from '@/lib/keyed-record'

/** A facet as a column: the value of each row is `values[codes[row]]`. */
export interface FacetColumn {
  values: readonly string[]
  codes: Codes
}

const seenBuckets: readonly SeenBucket[] = keysOf(seenWords)
const seenCodes = codesOf(seenBuckets)
const certificateCodes = codesOf(certificateBuckets)

function codesOf<Value extends string>(values: readonly Value[]): Record<Value, number> {
  return fromNames(values, (value) => values.indexOf(value))
}

/** Returns the facets of a fleet at a time (Unix ms), with those of its metadata keys that have few values. */
export function facetColumns(columns: FleetColumns, nowMs: number): Map<FacetKey, FacetColumn> {
  const facets = new Map<FacetKey, FacetColumn>(
    facetNames.map((facet) => [facet, facetColumn(columns, facet, nowMs)]),
  )
  for (const [key, shared] of columns.metadata.columns) facets.set(`meta.${key}`, shared)
  return facets
}

function facetColumn(columns: FleetColumns, facet: FacetName, nowMs: number): FacetColumn {
  if (facet === 'cert') return certificateColumn(columns, nowMs)
  if (facet === 'seen') return seenColumn(columns, nowMs)
  return codedColumn(columns, facetMembers[facet])
}

/** Unreadable values get a code of their own. */
function codedColumn(
  { coded, unreadable, anyUnreadable, end }: FleetColumns,
  name: CodedName,
): FacetColumn {
  const shared = coded[name]
  const values = name === 'template' ? shared.values.map(templateValue) : shared.values
  let mask = bitOf(name)
  if (name === 'template') mask |= bitOf('templateId')
  if ((anyUnreadable & mask) === 0) return { values, codes: shared.codes }
  let codes: Codes | undefined
  for (let row = 0; row < end; row += 1) {
    if (((unreadable[row] ?? 0) & mask) === 0) continue
    codes ??= Uint32Array.from(shared.codes)
    codes[row] = values.length
  }
  return codes ? { values: [...values, unreadableValue], codes } : { values, codes: shared.codes }
}

function bitOf(name: string): number {
  return 1 << unreadableNames.findIndex((one) => one === name)
}

/** A template is called by its name, or by its ID when it has none. */
function templateValue(value: string): string {
  const [id = '', name = ''] = value.split('\n')
  return name || id
}

function certificateColumn({ instants, coded, end }: FleetColumns, nowMs: number): FacetColumn {
  const ends = instants.certificateExpiresAt
  const disuseAt = disuseReader(coded)
  const bucketAt = bucketReader(
    expiryEdgesMs.map((edgeMs) => nowMs + edgeMs),
    (endMs) => certificateCodes[expiryBucketAt(endMs, inUse, nowMs)],
  )
  const codes = new Uint8Array(end)
  for (let row = 0; row < end; row += 1) {
    const endMs = ends[row] ?? Number.NaN
    const disuse = Number.isNaN(endMs) ? undefined : disuseAt(row)
    codes[row] = disuse === undefined ? bucketAt(endMs) : certificateCodes[disuse]
  }
  return { values: certificateBuckets, codes }
}

/** A plant about which nothing is known uses its certificate. */
const inUse = {}

/**
 * Returns a function that finds the bucket of an instant as columns store it. The rule judges one instant of each
 * bucket, for it takes too long for every row. `edges` are the last instants of the buckets, ascending (Unix ms).
 */
function bucketReader(
  edges: readonly number[],
  codeOf: (atMs: number | null | undefined) => number,
): (atMs: number) => number {
  const [none, unreadable] = [codeOf(null), codeOf(undefined)]
  const codes = [...edges.map(codeOf), codeOf((edges.at(-1) ?? 0) + 1)]
  return (atMs) => {
    if (Number.isNaN(atMs)) return none
    if (atMs === -Infinity) return unreadable
    let bucket = 0
    while (bucket < edges.length && atMs > (edges[bucket] ?? 0)) bucket += 1
    return codes[bucket] ?? none
  }
}

/** A contact is as long ago as it was at the plant's reading: since then, there may have been others. */
function seenColumn({ instants, readAtMs, end }: FleetColumns, nowMs: number): FacetColumn {
  const { lastSeenAt } = instants
  // A bucket begins at its edge, so the last instant of the one before is a millisecond earlier.
  const bucketAt = bucketReader(
    seenEdgesMs.map((edgeMs) => nowMs - edgeMs - 1).toReversed(),
    (seenMs) => seenCodes[seenBucket(seenMs, nowMs)],
  )
  const codes = new Uint8Array(end)
  for (let row = 0; row < end; row += 1) {
    codes[row] = bucketAt((lastSeenAt[row] ?? Number.NaN) + nowMs - (readAtMs[row] ?? 0))
  }
  return { values: seenBuckets, codes }
}
