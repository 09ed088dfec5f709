// One cause behind many changes: a value that plants which changed have far more often than the others. A value that stands
// out is a lead; only its cause can be proven, and not by counting.
import { type Contingency, logFisher } from './fisher-exact'
import { unreadableValue } from '@/domain/fleet/fleet-filter'
import { metaKeyOf } from '@/domain/plant/metadata-attribute'
import { foldText } from '@/lib/fold-text'

/** An attribute as a column: the value of each row is `values[codes[row]]`. The facets of the index have this form. */
export interface AttributeColumn {
  /** A facet's name, "meta." and a key, or `expiryDay`. */
  attribute: string
  values: readonly string[]
  codes: Uint8Array | Uint16Array | Uint32Array
}

/** A row's part in the comparison. */
export const rowMarks = { ignored: 0, compared: 1, changed: 2 } as const

/** A question for a common cause. */
export interface CauseQuestion {
  /** A mark of `rowMarks` for each row. Only plants that could have changed are compared. */
  marks: Uint8Array
  attributes: readonly AttributeColumn[]
}

/** An attribute with one of its values, as the index has it. */
export interface AttributeValue {
  attribute: string
  value: string
}

/** A value that stands out. */
export interface CauseClaim extends Contingency {
  /** Several when the same plants have each of them, so that they can't be told apart. */
  values: readonly AttributeValue[]
  /** The chance of this, or of something as striking, without a cause: at most so much, over all values tested. */
  chance: number
  /** True when the numbers leave out the plants that earlier claims explain. */
  isFurther: boolean
}

/** The values that stand out, and what was tested. */
export interface CauseFindings {
  /** The most striking first; each of the others stands out among the plants that the earlier ones don't explain. */
  claims: readonly CauseClaim[]
  attributes: number
  /** Number of values tested. */
  tested: number
  compared: number
  changed: number
}

/** Chance of a claim when there is no cause: with this, two of 200 outages at random at most get one. */
export const falseClaimChance = 0.005
/** Two plants with the same value are a coincidence. */
const fewest = 3
/** A value of fewer of the plants that changed doesn't explain much, however sure it is. */
const leastShare = 0.25
/** In a large fleet, a small difference is sure, too, but explains nothing. */
const leastRatio = 1.5
const mostClaims = 3

/** Looks for values that stand out among the plants that changed. */
export function findCauses({ marks, attributes }: CauseQuestion): CauseFindings {
  const columns = attributes.map(foldColumn)
  const left = marks.slice()
  const claims: CauseClaim[] = []
  let first: Tally | undefined
  while (claims.length < mostClaims) {
    const tally = tallyOf(left, columns)
    first ??= tally
    const best = bestOf(tally)
    if (!best) break
    claims.push({ ...claimOf(best, tally, left, columns), isFurther: claims.length > 0 })
    ignore(left, best)
  }
  const { compared = 0, changed = 0, tested = 0 } = first ?? {}
  return { claims, attributes: attributes.length, tested, compared, changed }
}

/** A column whose values that a filter can't tell apart have one code; `names[code]` is the first of them. */
interface FoldedColumn extends AttributeColumn {
  /** The code of each code's group. */
  groups: Uint32Array
  isIgnored: readonly boolean[]
}

function foldColumn(column: AttributeColumn): FoldedColumn {
  const codeOf = new Map<string, number>()
  const groups = Uint32Array.from(column.values, (value, code) => {
    const folded = foldText(value)
    const group = codeOf.get(folded) ?? code
    codeOf.set(folded, group)
    return group
  })
  // A plant without a metadata key shares nothing, and nothing is concluded from what is unreadable.
  const isMeta = metaKeyOf(column.attribute) !== undefined || column.attribute === expiryDay
  const isIgnored = column.values.map(
    (value) => (value === '' && isMeta) || value === unreadableValue,
  )
  return { ...column, groups, isIgnored }
}

/** Name of the attribute that has the days on which certificates expire as its values. */
export const expiryDay = 'expiry-day'

interface Candidate extends Contingency {
  column: FoldedColumn
  code: number
  logP: number
}

interface Tally {
  candidates: readonly Candidate[]
  compared: number
  changed: number
  tested: number
}

function tallyOf(marks: Uint8Array, columns: readonly FoldedColumn[]): Tally {
  let [compared, changed] = [0, 0]
  for (const mark of marks) {
    if (mark !== rowMarks.ignored) compared += 1
    if (mark === rowMarks.changed) changed += 1
  }
  const candidates: Candidate[] = []
  let tested = 0
  for (const column of columns) {
    const { all, hit } = countCodes(marks, column)
    for (const [code, withValue] of all.entries()) {
      // The numbers of the whole fleet decide what is tested, not those of the plants that changed.
      if (withValue < fewest || withValue === compared || column.isIgnored[code]) continue
      tested += 1
      const table = { compared, withValue, changed, both: hit[code] ?? 0 }
      if (isStriking(table)) candidates.push({ ...table, column, code, logP: logFisher(table) })
    }
  }
  return { candidates, compared, changed, tested }
}

function countCodes(marks: Uint8Array, { codes, groups }: FoldedColumn) {
  const [perCode, hitPerCode] = [new Uint32Array(groups.length), new Uint32Array(groups.length)]
  for (let row = 0; row < marks.length; row += 1) {
    const mark = marks[row] ?? 0
    if (mark === rowMarks.ignored) continue
    const code = codes[row] ?? 0
    perCode[code] = (perCode[code] ?? 0) + 1
    if (mark === rowMarks.changed) hitPerCode[code] = (hitPerCode[code] ?? 0) + 1
  }
  const [all, hit] = [new Uint32Array(groups.length), new Uint32Array(groups.length)]
  for (const [code, group] of groups.entries()) {
    all[group] = (all[group] ?? 0) + (perCode[code] ?? 0)
    hit[group] = (hit[group] ?? 0) + (hitPerCode[code] ?? 0)
  }
  return { all, hit }
}

function isStriking({ compared, withValue, changed, both }: Contingency): boolean {
  if (both < fewest || both < leastShare * changed) return false
  return both * compared >= leastRatio * changed * withValue
}

function bestOf({ candidates, tested }: Tally): Candidate | undefined {
  const limit = Math.log(falseClaimChance / tested)
  return candidates
    .filter(({ logP }) => logP <= limit)
    .toSorted((a, b) => a.logP - b.logP || b.both - a.both)
    .at(0)
}

function claimOf(
  best: Candidate,
  { candidates, tested }: Tally,
  marks: Uint8Array,
  columns: readonly FoldedColumn[],
): Omit<CauseClaim, 'isFurther'> {
  const same = candidates
    .filter((other) => other === best || isSameSet(best, other, marks))
    .toSorted((a, b) => columns.indexOf(a.column) - columns.indexOf(b.column))
  const { compared, withValue, changed, both, logP } = best
  const values = same.map(({ column, code }) => ({
    attribute: column.attribute,
    value: column.values[code] ?? '',
  }))
  const chance = Math.min(1, Math.exp(logP) * tested)
  return { values, compared, withValue, changed, both, chance }
}

function isSameSet(one: Candidate, other: Candidate, marks: Uint8Array): boolean {
  if (one.withValue !== other.withValue || one.both !== other.both) return false
  for (let row = 0; row < marks.length; row += 1) {
    if (marks[row] !== rowMarks.ignored && has(one, row) !== has(other, row)) return false
  }
  return true
}

function has({ column, code }: Candidate, row: number): boolean {
  return column.groups[column.codes[row] ?? 0] === code
}

function ignore(marks: Uint8Array, explained: Candidate): void {
  for (let row = 0; row < marks.length; row += 1) {
    if (has(explained, row)) marks[row] = rowMarks.ignored
  }
}
