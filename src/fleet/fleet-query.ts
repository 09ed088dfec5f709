import { disuseReader } from './disuse-reader'
import type { FacetColumn } from './facet-columns'
import type { FleetColumns } from './fleet-columns'
import { readCode, unreadableNames } from './page-columns'
import { SearchMemory } from './search-memory'
import { findMetadata } from './text-hits'
import type { FacetKey } from '@/domain/fleet/facet-choice'
import { type Condition, type FleetFilter, isAge, isCount } from '@/domain/fleet/fleet-filter'
import { foldText } from '@/lib/fold-text'

/** The conditions that each plant fails, as bits; a facet's own bit is left out when its values are counted. */
export interface FleetMatch {
  /** By row; 0 for a plant that fulfils every condition. */
  failed: Uint32Array
  bits: ReadonlyMap<FacetKey, number>
}

/** Number of plants for each value of a facet, if every other condition stays as it is. */
type ValueCounts = ReadonlyMap<string, number>

const restBit = 1
const highestBit = 30

/** Tests the plants of a fleet against a filter at a time (Unix ms). `searches` are of the fleet as it is. */
export function matchFleet(
  columns: FleetColumns,
  facets: ReadonlyMap<FacetKey, FacetColumn>,
  filter: FleetFilter,
  nowMs: number,
  searches = new SearchMemory(columns),
): FleetMatch {
  const failed = new Uint32Array(columns.end)
  const bits = new Map<FacetKey, number>()
  let next = 1
  for (const condition of filter) {
    const key = facetOf(condition)
    const isOwn = key !== undefined && next <= highestBit
    if (isOwn && !bits.has(key)) {
      bits.set(key, 1 << next)
      next += 1
    }
    const bit = (key !== undefined && bits.get(key)) || restBit
    const isMet = testOf(columns, facets, condition, nowMs, searches)
    for (let row = 0; row < columns.end; row += 1) {
      if (!isMet(row)) failed[row] = (failed[row] ?? 0) | bit
    }
  }
  return { failed, bits }
}

/** Returns those rows of an order that fulfil every condition. */
export function matchingRows(
  { alive }: FleetColumns,
  order: Uint32Array,
  { failed }: FleetMatch,
): Uint32Array {
  const rows = new Uint32Array(order.length)
  let count = 0
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place] ?? 0
    if (failed[row] !== 0 || alive[row] !== 1) continue
    rows[count] = row
    count += 1
  }
  return rows.subarray(0, count)
}

/**
 * Counts the values of a facet: among the matching rows, or for a facet that the filter names, among those that only
 * its own condition may exclude.
 */
export function countValues(
  columns: FleetColumns,
  { values, codes }: FacetColumn,
  match: FleetMatch,
  among: FacetKey | Uint32Array,
): ValueCounts {
  const counts = new Uint32Array(values.length)
  const rows = typeof among === 'string' ? rowsBut(columns, match, among) : among
  // By place: an iterator takes several times as long, and all rows are counted for each facet.
  for (let place = 0; place < rows.length; place += 1) {
    const code = codes[rows[place] ?? 0] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
  // Values that differ by case or by the ID of their template are one to the user.
  const byValue = new Map<string, number>()
  for (const [code, value] of values.entries()) {
    const sum = counts[code] ?? 0
    if (sum > 0) byValue.set(value, (byValue.get(value) ?? 0) + sum)
  }
  return byValue
}

/** Returns the rows that only conditions on a facet may exclude. */
function rowsBut(
  { alive, end }: FleetColumns,
  { failed, bits }: FleetMatch,
  key: FacetKey,
): Uint32Array {
  const others = ~(bits.get(key) ?? 0)
  const rows = new Uint32Array(end)
  let count = 0
  for (let row = 0; row < end; row += 1) {
    if (((failed[row] ?? 0) & others) !== 0 || alive[row] !== 1) continue
    rows[count] = row
    count += 1
  }
  return rows.subarray(0, count)
}

function facetOf(condition: Condition): FacetKey | undefined {
  if (condition.kind === 'facet') return condition.facet
  return condition.kind === 'meta' ? `meta.${condition.key}` : undefined
}

/** Returns the test of one condition for rows. */
export function testOf(
  columns: FleetColumns,
  facets: ReadonlyMap<FacetKey, FacetColumn>,
  condition: Condition,
  nowMs: number,
  searches = new SearchMemory(columns),
): (row: number) => boolean {
  switch (condition.kind) {
    case 'text': {
      const hits = searches.hitsOf(condition.text)
      return (row) => hits[row] === 1
    }
    case 'meta': {
      const hits = new Uint8Array(columns.end)
      findMetadata(columns, condition.key, condition.values, (row) => (hits[row] = 1))
      return (row) => hits[row] === 1
    }
    case 'facet': {
      const column = facets.get(condition.facet)
      if (!column) return () => true
      const wanted = wantedCodes(columns, condition, column)
      return (row) => wanted[column.codes[row] ?? 0] === 1
    }
    case 'age': {
      const ageOf = ageReader(columns, condition.field, nowMs)
      return (row) => {
        const ageMs = ageOf(row)
        return ageMs !== undefined && isAge(condition, ageMs)
      }
    }
    case 'count': {
      const { failures, unreadable } = columns
      const mask = 1 << unreadableNames.indexOf('authFailureCount')
      return (row) => {
        const count = failures[row] ?? Number.NaN
        const isKnown = !Number.isNaN(count) && ((unreadable[row] ?? 0) & mask) === 0
        return isCount(condition, isKnown ? count : undefined)
      }
    }
  }
}

function wantedCodes(
  { coded }: FleetColumns,
  { facet, values }: Condition & { kind: 'facet' },
  column: FacetColumn,
): Uint8Array {
  const wanted = new Set(values.map(foldText))
  return Uint8Array.from(column.values, (value, code) => {
    // A template is found by its ID, too.
    const id = facet === 'template' ? coded.template.values[code]?.split('\n')[0] : undefined
    return wanted.has(foldText(value)) || (id && wanted.has(foldText(id))) ? 1 : 0
  })
}

function ageReader(
  { instants, coded, readAtMs }: FleetColumns,
  field: 'cert' | 'seen' | 'created',
  nowMs: number,
): (row: number) => number | undefined {
  if (field === 'cert') {
    const disuseAt = disuseReader(coded)
    return (row) => {
      const endMs = readCode(instants.certificateExpiresAt[row])
      const isComparable = typeof endMs === 'number' && disuseAt(row) === undefined
      return isComparable ? endMs - nowMs : undefined
    }
  }
  const column = field === 'seen' ? instants.lastSeenAt : instants.createdAt
  return (row) => {
    const atMs = readCode(column[row])
    if (typeof atMs !== 'number') return undefined
    // Since its reading, a plant may have been in contact without our knowing.
    return (field === 'seen' ? (readAtMs[row] ?? 0) : nowMs) - atMs
  }
}
