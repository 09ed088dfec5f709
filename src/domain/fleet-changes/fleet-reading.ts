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

/** The members of a plant by which changes are judged. */
export interface RuledState extends Record<CodedName, string> {
  /** Unix ms; null without a certificate, undefined when unreadable. */
  certificateEndMs: number | null | undefined
  readAtMs: number
  /** Authentication failures; undefined when the plant doesn't say. */
  failures: number | undefined
}

/** A plant as a reading has it. */
export interface ReadState extends RuledState {
  id: string
  name: string
  serialNumber: string
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
  private readonly texts = fromNames(textNames, (): string[] => [])
  private readonly coders = fromNames(codedNames, () => new Coder())
  private readonly certificateEnds: number[] = []
  private readonly failures: number[] = []
  private readonly readAtMs: number[] = []

  /** Adds a plant as it was read at `readAtMs` (Unix ms, server's clock). */
  add(plant: RecordedPlant, readAtMs: number): void {
    const place = this.placeOf.get(plant.id) ?? this.placeOf.size
    this.placeOf.set(plant.id, place)
    for (const name of textNames) this.texts[name][place] = plant[name]
    for (const name of codedNames) this.coders[name].set(place, statedText(plant, name))
    const endMs = certificateEnd(plant)
    this.certificateEnds[place] = endMs === null ? Number.NaN : (endMs ?? -Infinity)
    this.failures[place] = isUnreadable(plant, 'authFailureCount')
      ? Number.NaN
      : (plant.authFailureCount ?? Number.NaN)
    this.readAtMs[place] = readAtMs
  }

  /** Returns the reading of all plants added so far, in short steps: the texts of a large fleet take long to join. */
  *finish({ atMs, basis }: Pick<FleetReading, 'atMs' | 'basis'>): Generator<void, FleetReading> {
    const texts = fromNames(textNames, () => joinTexts([]))
    for (const name of textNames) {
      yield
      texts[name] = joinTexts(this.texts[name])
    }
    yield
    const coded = fromNames(codedNames, (name) => this.coders[name].finish())
    yield
    return {
      version: 1,
      atMs,
      basis,
      plants: this.placeOf.size,
      texts,
      coded,
      certificateEnds: Float64Array.from(this.certificateEnds),
      failures: Float64Array.from(this.failures),
      readAtMs: Float64Array.from(this.readAtMs),
    }
  }
}

function statedText(plant: RecordedPlant, name: CodedName): string {
  return isUnreadable(plant, name) ? '' : plant[name]
}

class Coder {
  private readonly codeOf = new Map<string, number>()
  private readonly codes: number[] = []

  set(place: number, text: string): void {
    const code = this.codeOf.get(text) ?? this.codeOf.size
    this.codeOf.set(text, code)
    this.codes[place] = code
  }

  finish(): CodedTexts {
    return { values: [...this.codeOf.keys()], codes: Uint32Array.from(this.codes) }
  }
}

/** Returns the plant at a place of a reading, counted from 0. */
export function readStateAt(reading: FleetReading, place: number): ReadState {
  const { texts } = reading
  return {
    id: joinedTextAt(texts.id, place),
    name: joinedTextAt(texts.name, place),
    serialNumber: joinedTextAt(texts.serialNumber, place),
    ...ruledStateAt(reading, place),
  }
}

/** Returns what the rules for changes judge about the plant at a place, without its texts. */
export function ruledStateAt(
  { coded, certificateEnds, readAtMs, failures }: FleetReading,
  place: number,
): RuledState {
  const count = failures[place] ?? Number.NaN
  return {
    status: codedTextAt(coded.status, place),
    lifecycleStatus: codedTextAt(coded.lifecycleStatus, place),
    authMethod: codedTextAt(coded.authMethod, place),
    certificateEndMs: endOf(certificateEnds[place]),
    readAtMs: readAtMs[place] ?? 0,
    failures: Number.isNaN(count) ? undefined : count,
  }
}

/**
 * Returns true when a plant has more authentication failures than before; false when either isn't known. A count that fell was
 * reset: nothing says when the failures were that it counts now.
 */
export function hasNewFailures(before: number | undefined, now: number | undefined): boolean {
  return before !== undefined && now !== undefined && now > before
}

function codedTextAt({ values, codes }: CodedTexts, place: number): string {
  return values[codes[place] ?? 0] ?? ''
}

function endOf(code = Number.NaN): number | null | undefined {
  if (Number.isNaN(code)) return null
  return Number.isFinite(code) ? code : undefined
}

/** Returns a function that looks up a plant's authentication failures in a reading; undefined when it doesn't say. */
export function failuresIn({
  texts,
  plants,
  failures,
}: FleetReading): (plantId: string) => number | undefined {
  const known = new Map<string, number>()
  for (let place = 0; place < plants; place += 1) {
    const count = failures[place] ?? Number.NaN
    if (!Number.isNaN(count)) known.set(joinedTextAt(texts.id, place), count)
  }
  return (plantId) => known.get(plantId)
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
