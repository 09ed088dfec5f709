// One reading of the fleet as columns, to be compared with a later one. 100,000 plants take some 10 MB instead of the 60 MB
// of as many objects.
import * as z from 'zod/mini'
import { type JoinedTexts, hasTexts, joinTexts, joinedTextAt } from './joined-texts'
import type { Plant } from '@/api/plant-schemas'
import { certificateEnd } from '@/domain/certificates/certificate-expiry'
import type { Completeness } from '@/domain/fleet/completeness'
import { fromNames } from '@/lib/keyed-record'
import { isUnreadable } from '@/lib/unreadable'

const textNames = ['id', 'name', 'serialNumber'] as const
const codedNames = ['status', 'lifecycleStatus', 'authMethod'] as const
type CodedName = (typeof codedNames)[number]

/** Distinct values, and the place of each plant's value among them; '' for one that is missing or unreadable. */
interface CodedTexts {
  values: string[]
  codes: Uint32Array
}

/** The plants of a fleet as they were at one time. The browser can store it as it is. */
export interface FleetReading {
  version: 1
  /** Time of the reading, Unix ms, server's clock: that of the pass over the list. */
  atMs: number
  basis: Completeness['kind']
  plants: number
  texts: Record<(typeof textNames)[number], JoinedTexts>
  coded: Record<CodedName, CodedTexts>
  /** Unix ms; NaN for none, -Infinity for one that is unreadable. */
  certificateEnds: Float64Array
  /** Authentication failures; NaN when not given or unreadable. */
  failures: Float64Array
  /** Time at which each plant was read, Unix ms, server's clock: some may be older than the pass. */
  readAtMs: Float64Array
}

/** A plant as a reading has it. */
export interface ReadState extends Record<CodedName, string> {
  id: string
  name: string
  serialNumber: string
  /** Unix ms; null without a certificate, undefined when unreadable. */
  certificateEndMs: number | null | undefined
  failures: number | undefined
  readAtMs: number
}

/** The members of a plant that a reading keeps. */
export type RecordedPlant = Pick<
  Plant,
  | 'id'
  | 'name'
  | 'serialNumber'
  | 'certificateExpiresAt'
  | 'authFailureCount'
  | 'unreadable'
  | CodedName
>

/** Records plants one by one, in any order; of a plant that is added again, the later state counts. */
export class FleetRecorder {
  private readonly placeOf = new Map<string, number>()
  private readonly rows: { plant: RecordedPlant; readAtMs: number }[] = []

  /** Adds a plant as it was read at `readAtMs` (Unix ms, server's clock). */
  add(plant: RecordedPlant, readAtMs: number): void {
    const { id, name, serialNumber, status, lifecycleStatus, authMethod } = plant
    const { certificateExpiresAt, authFailureCount, unreadable } = plant
    const known = { id, name, serialNumber, status, lifecycleStatus, authMethod }
    const place = this.placeOf.get(id) ?? this.rows.length
    this.placeOf.set(id, place)
    this.rows[place] = {
      plant: { ...known, certificateExpiresAt, authFailureCount, unreadable },
      readAtMs,
    }
  }

  /** Returns the reading of all plants added so far. */
  finish({ atMs, basis }: Pick<FleetReading, 'atMs' | 'basis'>): FleetReading {
    const plants = this.rows.map(({ plant }) => plant)
    return {
      version: 1,
      atMs,
      basis,
      plants: plants.length,
      texts: fromNames(textNames, (name) => joinTexts(plants.map((plant) => plant[name]))),
      coded: fromNames(codedNames, (name) =>
        encode(plants.map((plant) => statedText(plant, name))),
      ),
      certificateEnds: Float64Array.from(plants, (plant) => {
        const endMs = certificateEnd(plant)
        return endMs === null ? Number.NaN : (endMs ?? -Infinity)
      }),
      failures: Float64Array.from(plants, (plant) =>
        isUnreadable(plant, 'authFailureCount')
          ? Number.NaN
          : (plant.authFailureCount ?? Number.NaN),
      ),
      readAtMs: Float64Array.from(this.rows, ({ readAtMs }) => readAtMs),
    }
  }
}

function statedText(plant: RecordedPlant, name: CodedName): string {
  return isUnreadable(plant, name) ? '' : plant[name]
}

function encode(texts: readonly string[]): CodedTexts {
  const codeOf = new Map<string, number>()
  const codes = Uint32Array.from(texts, (text) => {
    const code = codeOf.get(text) ?? codeOf.size
    codeOf.set(text, code)
    return code
  })
  return { values: [...codeOf.keys()], codes }
}

/** Returns the plant at a place of a reading, counted from 0. */
export function readStateAt(reading: FleetReading, place: number): ReadState {
  const { texts, coded } = reading
  const failures = reading.failures[place] ?? Number.NaN
  return {
    ...fromNames(textNames, (name) => joinedTextAt(texts[name], place)),
    ...fromNames(codedNames, (name) => coded[name].values[coded[name].codes[place] ?? 0] ?? ''),
    certificateEndMs: endOf(reading.certificateEnds[place]),
    failures: Number.isNaN(failures) ? undefined : failures,
    readAtMs: reading.readAtMs[place] ?? 0,
  }
}

function endOf(code = Number.NaN): number | null | undefined {
  if (Number.isNaN(code)) return null
  return Number.isFinite(code) ? code : undefined
}

/** Returns the places of a reading's plants by ID. */
export function placesById({ texts, plants }: FleetReading): Map<string, number> {
  const places = new Map<string, number>()
  for (let place = 0; place < plants; place += 1) places.set(joinedTextAt(texts.id, place), place)
  return places
}

const numbers = z.instanceof(Float64Array)
const textsSchema: z.ZodMiniType<JoinedTexts> = z.object({
  text: z.string(),
  starts: z.instanceof(Uint32Array),
})
const codedSchema: z.ZodMiniType<CodedTexts> = z.object({
  values: z.array(z.string()),
  codes: z.instanceof(Uint32Array),
})
const readingSchema: z.ZodMiniType<FleetReading> = z
  .object({
    version: z.literal(1),
    atMs: z.number(),
    basis: z.enum(['complete', 'probable', 'incomplete']),
    plants: z.number(),
    texts: z.object(fromNames(textNames, () => textsSchema)),
    coded: z.object(fromNames(codedNames, () => codedSchema)),
    certificateEnds: numbers,
    failures: numbers,
    readAtMs: numbers,
  })
  .check(z.refine(isWhole))

/** Returns a reading as the browser stored it; undefined for a damaged one, or one of another version. */
export function readStoredReading(stored: unknown): FleetReading | undefined {
  return z.safeParse(readingSchema, stored).data
}

function isWhole({ plants, texts, coded, ...columns }: FleetReading): boolean {
  const { certificateEnds, failures, readAtMs } = columns
  return (
    [certificateEnds, failures, readAtMs].every(({ length }) => length === plants) &&
    Object.values(texts).every((joined) => hasTexts(joined, plants)) &&
    Object.values(coded).every(
      ({ codes, values }) => codes.length === plants && codes.every((code) => code < values.length),
    )
  )
}
