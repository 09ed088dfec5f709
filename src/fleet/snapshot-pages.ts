import { firstKeyMark, keyLead, maxPageKeys } from './coded-columns'
import type { FleetColumns } from './fleet-columns'
import { idHash } from './id-table'
import { type SnapshotPage, codedNames, instantNames } from './page-columns'
import type { Snapshot } from './stored-snapshot'
import { type Segment, joinTexts, searchTextOf, startsOf } from './text-column'
import { fromNames } from '@/lib/keyed-record'

/** More at once would hold up the page for a frame. */
const rowsPerPage = 1_024

/** A snapshot whose pages are made one by one. */
export type SnapshotSteps = Omit<Snapshot, 'pages'> & { pages: Generator<SnapshotPage, void> }

/**
 * Returns the fleet as it is now as few large pages, for storing it, one page for each step. `marks` are those of the pass
 * that is stored with it.
 */
export function snapshotPages(
  columns: FleetColumns,
  marks?: Uint8Array,
): Generator<SnapshotPage, void> {
  // A row that is read again between two steps moves to a later segment, and must not be stored twice.
  return mergedPages(columns, new Uint8Array(columns.end), marks)
}

function* mergedPages(
  columns: FleetColumns,
  stored: Uint8Array,
  marks?: Uint8Array,
): Generator<SnapshotPage, void> {
  for (const segments of groupsOf(columns.segments)) {
    yield mergeSegments(columns, segments, stored, marks)
  }
}

/** Each metadata key of a group needs a mark of its own, and there are only so many in Latin-1. */
function* groupsOf(segments: Iterable<Segment>): Generator<Segment[], void> {
  let group: Segment[] = []
  let rows = 0
  let keys = new Set<string>()
  for (const segment of segments) {
    const all = new Set([...keys, ...segment.keyMarks.keys()])
    if (rows >= rowsPerPage || all.size > maxPageKeys) {
      yield group
      group = []
      rows = 0
      keys = new Set(segment.keyMarks.keys())
    } else keys = all
    group.push(segment)
    rows += segment.live
  }
  if (rows > 0) yield group
}

function mergeSegments(
  columns: FleetColumns,
  segments: readonly Segment[],
  stored: Uint8Array,
  marks?: Uint8Array,
): SnapshotPage {
  const places = segments.flatMap((segment) =>
    [...segment.rows].flatMap((number, place) => {
      // Rows beyond it are newer.
      if (number === 0 || stored[number - 1] !== 0) return []
      stored[number - 1] = 1
      return [{ segment, place, row: number - 1 }]
    }),
  )
  const keyMarks = new Map<string, string>()
  const keyMarksOf = new Map(segments.map((segment) => [segment, marksFor(segment, keyMarks)]))
  const parts = places.map(({ segment, place }) => {
    const { forms, apart, apartStarts } = segment.texts
    const own = searchTextOf(segment.texts, place)
    const renamed = keyMarksOf.get(segment)
    return {
      text: renamed
        ? own.replaceAll(keyedLine, (_lead, mark: string) => keyLead + (renamed.get(mark) ?? mark))
        : own,
      forms: forms[place] ?? 0,
      apart: apart.subarray(apartStarts[place], apartStarts[place + 1]),
    }
  })
  const apartStarts = startsOf(parts.map(({ apart }) => apart))
  const apart = new Uint8Array(apartStarts.at(-1) ?? 0)
  for (const [at, part] of parts.entries()) apart.set(part.apart, apartStarts[at])
  const numbers = (column: Float64Array | Float32Array) =>
    Float64Array.from(places, ({ row }) => column[row] ?? 0)
  return {
    ...(marks ? { marks: Uint8Array.from(places, ({ row }) => marks[row] ?? 0) } : {}),
    rows: places.length,
    ...joinTexts(
      parts.map(({ text }) => text),
      { areNarrow: true },
    ),
    forms: Uint16Array.from(parts, ({ forms }) => forms),
    apart,
    apartStarts,
    keyMarks,
    coded: fromNames(codedNames, (name) => recoded(places, (row) => columns.coded[name].at(row))),
    instants: fromNames(instantNames, (name) => numbers(columns.instants[name])),
    failures: numbers(columns.failures),
    urgency: numbers(columns.urgency),
    readAtMs: numbers(columns.readAtMs),
    idKeys: numbers(columns.idKeys),
    idHashes: Uint32Array.from(places, ({ row }) => idHash(columns.idOf(row))),
    unreadable: Uint32Array.from(places, ({ row }) => columns.unreadable[row] ?? 0),
    metadata: [...columns.metadata.columns].map(([key, column]) => ({
      key,
      ...recoded(places, (row) => column.at(row), ''),
    })),
  }
}

const keyedLine = /\u0091(.)/g

/** Returns the new marks of a segment's keys; undefined when they can stay. */
function marksFor(
  { keyMarks }: Segment,
  merged: Map<string, string>,
): ReadonlyMap<string, string> | undefined {
  const marks = new Map<string, string>()
  for (const [key, mark] of keyMarks) {
    const known = merged.get(key) ?? freeMark(mark, merged)
    merged.set(key, known)
    if (known !== mark) marks.set(mark, known)
  }
  return marks.size === 0 ? undefined : marks
}

/** A key keeps its mark unless another key has it already; then it gets the lowest free one. */
function freeMark(mark: string, merged: ReadonlyMap<string, string>): string {
  const taken = new Set(merged.values())
  if (!taken.has(mark)) return mark
  let code = firstKeyMark
  while (taken.has(String.fromCharCode(code))) code += 1
  return String.fromCharCode(code)
}

function recoded(
  places: readonly { row: number }[],
  valueOf: (row: number) => string,
  first?: string,
) {
  const codeOf = new Map<string, number>(first === undefined ? [] : [[first, 0]])
  const codes = Uint16Array.from(places, ({ row }) => {
    const value = valueOf(row)
    const code = codeOf.get(value) ?? codeOf.size
    codeOf.set(value, code)
    return code
  })
  return { values: [...codeOf.keys()], codes }
}
