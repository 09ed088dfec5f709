// A snapshot may come from another version of the application, or be damaged: it is used whole or not at all.
import * as z from 'zod/mini'
import type { MetadataColumn } from './coded-columns'
import {
  type CodedName,
  type InstantName,
  type PageColumns,
  codedNames,
  instantNames,
} from './page-columns'
import { fromNames } from '@/lib/keyed-record'

const coded = z.object({ values: z.array(z.string()), codes: z.instanceof(Uint16Array) })
const numbers = z.instanceof(Float64Array)
const places = z.instanceof(Uint32Array)
const metadata: z.ZodMiniType<MetadataColumn> = z.extend(coded, { key: z.string() })
const codedColumns: z.ZodMiniType<PageColumns['coded']> = z.object(
  fromNames<CodedName, typeof coded>(codedNames, () => coded),
)
const instants: z.ZodMiniType<PageColumns['instants']> = z.object(
  fromNames<InstantName, typeof numbers>(instantNames, () => numbers),
)

const pageSchema: z.ZodMiniType<PageColumns> = z
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
    keyMarks: z.map(z.string(), z.string()),
    readAtMs: numbers,
  })
  .check(z.refine(hasAllRows))

const snapshotSchema = z.object({ pages: z.array(pageSchema), total: z.nullable(z.number()) })
/** The fleet as it was last read. */
export type Snapshot = z.infer<typeof snapshotSchema>

/** Returns a snapshot as the browser stored it; undefined for another form. */
export function readSnapshot(stored: unknown): Snapshot | undefined {
  return z.safeParse(snapshotSchema, stored).data
}

function hasAllRows(page: PageColumns): boolean {
  const { rows, failures, urgency, unreadable, readAtMs, forms } = page
  const columns = [failures, urgency, unreadable, readAtMs, forms, ...Object.values(page.instants)]
  const codes = [...Object.values(page.coded), ...page.metadata].map((column) => column.codes)
  return [...columns, ...codes].every(({ length }) => length === rows)
}
