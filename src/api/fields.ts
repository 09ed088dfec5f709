import * as z from 'zod/mini'
import { runSteps } from '@/lib/run-steps'
import type { ReadList, WithUnreadable } from '@/lib/unreadable'

type OpenEnum<Known extends string> = Known | (string & {})

/** Schema of a received enum: the contract shows one example each, so any string is accepted and kept. */
export function openEnum<Known extends string>(): z.ZodMiniType<OpenEnum<Known>, string> {
  return z.string()
}

/** An ISO 8601 date-time as the server sent it; its meaning and validity are decided where it is displayed. */
export const timestampSchema = z.nullish(
  z.string().register(z.globalRegistry, { id: 'Timestamp', format: 'date-time' }),
)

/**
 * A JSON object kept as its source text (see `lib/json-text`); in OpenAPI it is an open object. Forms name the mistake in the
 * text (see `lib/json-mistake`).
 */
export const jsonObjectTextSchema = z
  .string()
  .check(z.refine(isJsonObject, { error: 'Must be a JSON object, in braces.' }))
  .register(z.globalRegistry, { id: 'JsonObject', type: 'object', additionalProperties: true })

/** `totalPages` may be 0. */
export const pageMetaSchema = z
  .object({ page: z.int(), limit: z.int(), total: z.int(), totalPages: z.int() })
  .register(z.globalRegistry, { id: 'Meta' })

/** The body of a write without other content (contract: `Message`). */
export const messageSchema = z
  .object({ message: z.string() })
  .register(z.globalRegistry, { id: 'Message' })

/** The error envelope. `statusCode` in the body is documented incorrectly and therefore not read. */
export const apiErrorBodySchema = z
  .object({
    code: z.string(),
    message: z.string(),
    error: z.optional(z.string()),
    details: z.optional(z.unknown()),
  })
  .register(z.globalRegistry, { id: 'Error' })

type Shape = Record<string, z.ZodMiniType>

const unreadableMark = Symbol('unreadable')

type Fallbacks<S extends Shape> = Partial<z.infer<z.ZodMiniObject<S>>>

/** Returns a schema with which one bad field never loses the row: it becomes null or its fallback, listed in `unreadable`. */
export function tolerant<S extends Shape>(
  schema: z.ZodMiniObject<S>,
  fallbacks: Fallbacks<S> = {},
): z.ZodMiniType<z.infer<z.ZodMiniObject<S>> & WithUnreadable, unknown> {
  const standIns = new Map<string, unknown>()
  const marking = catching(schema, fallbacks, (name, standIn) => {
    standIns.set(name, standIn)
    return (input) => ((input ?? null) === null ? standIn : unreadableMark)
  })
  // Newly created by the object schema, so it may be changed.
  const named = z.transform((read: Record<string, unknown>) => {
    const unreadable: string[] = []
    for (const [name, standIn] of standIns) {
      if (read[name] !== unreadableMark) continue
      read[name] = standIn
      unreadable.push(name)
    }
    return unreadable.length > 0 ? { ...read, unreadable } : read
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- all marks have been replaced, so the result matches the schema
  return z.pipe<z.ZodMiniType, typeof named>(marking, named) as unknown as z.ZodMiniType<
    z.infer<z.ZodMiniObject<S>> & WithUnreadable,
    unknown
  >
}

/** Like `tolerant`, but adds no `unreadable` list: for values that are stored or saved whole. */
export function tolerantUnnamed<S extends Shape>(
  schema: z.ZodMiniObject<S>,
  fallbacks: Fallbacks<S> = {},
): z.ZodMiniType<z.infer<z.ZodMiniObject<S>>, unknown> {
  return catching(schema, fallbacks, (_name, standIn) => () => standIn)
}

function catching<S extends Shape>(
  schema: z.ZodMiniObject<S>,
  fallbacks: Fallbacks<S>,
  instead: (name: string, standIn: unknown) => (input: unknown) => unknown,
) {
  const given = new Map<string, unknown>(Object.entries(fallbacks))
  const fields = Object.entries(schema.shape).map(([name, field]) => {
    const absent = [null, undefined].filter((value) => z.safeParse(field, value).success)
    if (!given.has(name) && absent.length === 0) return [name, field]
    const valueFor = instead(name, given.has(name) ? given.get(name) : absent[0])
    return [name, z.catch(field, ({ value }) => valueFor(value))]
  })
  return z.extend(schema, Object.fromEntries(fields))
}

/** Schema of a list that keeps the readable items and counts the others. */
export function tolerantList<T>(
  item: z.ZodMiniType<T, unknown>,
): z.ZodMiniType<ReadList<T>, unknown> {
  const readable = z.transform((list: unknown[]) => runSteps(readItems(item, list)))
  return z.pipe(z.array(z.unknown()), readable)
}

/** Reads a list like `tolerantList`, an item for each step: a long one would hold up the page. */
export function* readItems<T>(
  item: z.ZodMiniType<T, unknown>,
  list: readonly unknown[],
): Generator<void, ReadList<T>> {
  const items: T[] = []
  for (const value of list) {
    const parsed = z.safeParse(item, value)
    if (parsed.success) items.push(parsed.data)
    yield
  }
  return { items, unreadable: list.length - items.length }
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}
