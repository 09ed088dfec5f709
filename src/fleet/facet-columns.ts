import type { FleetColumns } from './fleet-columns'
import type { Codes } from './growing-columns'
import { type CodedName, readCode, unreadableNames } from './page-columns'
import { expiryBucketAt } from '@/domain/certificates/certificate-expiry'
import type { FacetKey } from '@/domain/fleet/facet-choice'
import {
  type FacetName,
  certificateBuckets,
  facetMembers,
  facetNames,
  unreadableValue,
} from '@/domain/fleet/fleet-filter'
import { type SeenBucket, seenBucket, seenWords } from '@/domain/fleet/last-contact'
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
function codedColumn({ coded, unreadable, end }: FleetColumns, name: CodedName): FacetColumn {
  const shared = coded[name]
  const values = name === 'template' ? shared.values.map(templateValue) : shared.values
  let mask = bitOf(name)
  if (name === 'template') mask |= bitOf('templateId')
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
  const { certificateExpiresAt } = instants
  const codes = new Uint8Array(end)
  for (let row = 0; row < end; row += 1) {
    const endMs = readCode(certificateExpiresAt[row])
    codes[row] = certificateCodes[expiryBucketAt(endMs, certificateUser(coded, row), nowMs)]
  }
  return { values: certificateBuckets, codes }
}

/** Returns the members of a plant that decide whether it uses its certificate. */
export function certificateUser(coded: FleetColumns['coded'], row: number) {
  return { authMethod: coded.authMethod.at(row), lifecycleStatus: coded.lifecycleStatus.at(row) }
}

function seenColumn({ instants, end }: FleetColumns, nowMs: number): FacetColumn {
  const codes = new Uint8Array(end)
  for (let row = 0; row < end; row += 1) {
    codes[row] = seenCodes[seenBucket(readCode(instants.lastSeenAt[row]), nowMs)]
  }
  return { values: seenBuckets, codes }
}
