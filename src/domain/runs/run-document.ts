// A run as a document: what is sent to which plants, in which state they are expected, and how carefully. It can be saved,
// reviewed in another browser and applied there, so nothing in it depends on this browser.
import * as z from 'zod/mini'
import { runSettingsSchema } from './run-settings'
import { commandBody, sendCommandSchema } from '@/api/send-command'
import { parseJson } from '@/lib/json-text'

/** Largest number of plants in a run. */
export const maxRunPlants = 10_000

const contentSchema = z.strictObject({
  command: z.string(),
  payload: z.optional(z.string()),
  target: z.optional(z.string()),
})

const commandActionSchema = z.strictObject({
  kind: z.literal('command'),
  content: contentSchema,
  /** The member of a command that names its sub-device; null without targets. */
  targetKey: z.nullable(z.string()),
  /** The request's body, exactly as it is sent. */
  body: z.string(),
})
const changeSchema = z.strictObject({ kind: z.enum(['suspend', 'reactivate']) })

/** The action that a run takes on each plant. */
export type RunAction = z.infer<typeof commandActionSchema> | z.infer<typeof changeSchema>

/** Not a union of zod's, whose code would come to the first screen with the rest of the library. */
const runActionSchema = z.pipe(
  z.unknown(),
  z.transform((value: unknown, context): RunAction => {
    const command = z.safeParse(commandActionSchema, value)
    const read = command.success ? command : z.safeParse(changeSchema, value)
    if (read.success) return read.data
    context.issues.push({ code: 'custom', message: 'not a known action', input: value })
    return z.NEVER
  }),
)

const valuesSchema = z.array(z.string())

const runPlantSchema = z.strictObject({
  id: z.string().check(z.minLength(1)),
  name: z.string(),
  serialNumber: z.string(),
  type: z.string(),
  status: z.string(),
  lifecycleStatus: z.string(),
  authMethod: z.string(),
  organizationId: z.nullable(z.string()),
  templateId: z.nullable(z.string()),
  /** Values of the attributes that the settings limit, in their order; several of `group`. */
  values: z.array(valuesSchema),
})
/** A plant of a run, as it was when the run was planned: the state in which it is expected. */
export type RunPlant = z.infer<typeof runPlantSchema>

const populationSchema = z.strictObject({
  attribute: z.string(),
  value: z.string(),
  /** Plants of the whole fleet with this value, as far as it was read. */
  plants: z.int().check(z.minimum(1)),
})
/** The number of plants that share a value of a limited attribute. */
export type Population = z.infer<typeof populationSchema>

const documentSchema = z.strictObject({
  format: z.literal('plantdeck-run'),
  version: z.literal(1),
  id: z.string().check(z.minLength(1)),
  /** Unix ms, server's clock. */
  createdAtMs: z.number(),
  createdBy: z.string(),
  /** The API and the organization that it was planned for. */
  scope: z.string(),
  note: z.string(),
  action: runActionSchema,
  settings: runSettingsSchema,
  populations: z.array(populationSchema),
  plants: z.array(runPlantSchema).check(z.minLength(1), z.maxLength(maxRunPlants)),
})
/** A planned run. */
export type RunDocument = z.infer<typeof documentSchema>

/** Returns the text of a document that its hash is made of: the members in the order of the schema. */
export function runText(document: RunDocument): string {
  return JSON.stringify(documentSchema.parse(document))
}

/** Returns the SHA-256 of a document as lower-case hex. Rejects outside a secure context. */
export async function runHash(document: RunDocument): Promise<string> {
  const bytes = new TextEncoder().encode(runText(document))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Returns the file of a run: the document with its hash, indented for reading. */
export async function printRunFile(document: RunDocument): Promise<string> {
  return `${JSON.stringify({ ...documentSchema.parse(document), hash: await runHash(document) }, null, 2)}\n`
}

/** Reads a run's file. Returns a sentence that says what is wrong with it when it can't be applied. */
export async function readRunFile(
  text: string,
): Promise<{ document: RunDocument; hash: string } | string> {
  const json = parseJson(text)
  if (typeof json !== 'object' || json === null) return 'The file isn’t JSON.'
  if (!('format' in json) || json.format !== 'plantdeck-run') {
    return 'The file isn’t a run. A run’s file has the format “plantdeck-run”.'
  }
  if (!('version' in json) || json.version !== 1) {
    return 'The run was saved by another version of Plantdeck, which this one can’t read.'
  }
  const { hash, ...rest }: { hash?: unknown; format: unknown } = json
  const read = z.safeParse(documentSchema, rest)
  if (!read.success) {
    const [issue] = read.error.issues
    return `The run can’t be read: ${issue?.path.join('.') || 'file'}: ${issue?.message}.`
  }
  const actual = await runHash(read.data)
  if (hash !== actual) return 'The run was changed after it was saved: its hash doesn’t match.'
  const problem = documentProblem(read.data)
  return problem ?? { document: read.data, hash: actual }
}

/** Returns what contradicts itself in a document; undefined when nothing does. */
export function documentProblem({ action, plants, settings }: RunDocument): string | undefined {
  if (new Set(plants.map(({ id }) => id)).size < plants.length)
    return 'The run lists a plant twice.'
  // A plant without a value would count for no limit.
  const isLimited = plants.every(
    ({ values }) =>
      values.length === settings.limits.length && values.every((some) => some.length > 0),
  )
  if (!isLimited) return 'The run’s limits and the values of its plants don’t match.'
  return action.kind === 'command' ? commandProblem(action) : undefined
}

function commandProblem({
  content,
  targetKey,
  body,
}: Extract<RunAction, { kind: 'command' }>): string | undefined {
  const read = z.safeParse(sendCommandSchema, content)
  if (!read.success) return 'The run’s command isn’t valid.'
  // Without its member, the command would go to the whole plant.
  if (content.target !== undefined && targetKey === null)
    return 'The run’s command has a target, but no member to send it in.'
  return commandBody(read.data, targetKey) === body
    ? undefined
    : 'The run’s command and the bytes to send don’t match.'
}
