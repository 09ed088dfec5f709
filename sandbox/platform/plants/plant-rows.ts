import { type Kysely, sql } from 'kysely'
import type { TemplateText } from './template-texts'
import type { Tables } from '#sandbox/platform/database/tables'
import type { PlatformContext } from '#sandbox/platform/platform-context'

interface Reading {
  platform: PlatformContext
  tx: Kysely<Tables>
}

const listFields = [
  'id',
  'name',
  'serialNumber',
  'type',
  'status',
  'lifecycleStatus',
  'authMethod',
  'authFailureCount',
  'lastAuthFailureAt',
  'lastSeenAt',
  'activatedAt',
  'certificateExpiresAt',
  'certificateFingerprint',
  'certificateSerialNumber',
  'secretRotatedAt',
  'organizationId',
  'templateId',
  'createdAt',
  'updatedAt',
] as const

/** JSON of a plant, in the parts that lie around its template. */
interface PlantParts {
  beforeTemplate: string
  template: TemplateText | undefined
  afterTemplate: string
}

/**
 * Returns the JSON of a page of plants in the given order. The parts are encoded one by one around the encoded templates,
 * which are most of a page: joining them as text first takes ten times as long.
 */
export async function plantPageBytes(
  reading: Reading,
  sequences: readonly number[],
  meta: object,
): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  let text = '{"data":['
  for (const [index, plant] of (await readPlants(reading, sequences)).entries()) {
    text += index === 0 ? plant.beforeTemplate : `,${plant.beforeTemplate}`
    if (plant.template) {
      pieces.push(encoder.encode(text), plant.template.bytes)
      text = plant.afterTemplate
    } else {
      text += `null${plant.afterTemplate}`
    }
  }
  pieces.push(encoder.encode(`${text}],"meta":${JSON.stringify(meta)}}`))
  return Buffer.concat(pieces)
}

/** Returns the JSON text of one plant, with additional members for detailed responses. */
export async function plantText(
  reading: Reading,
  sequence: number,
  more: Record<string, unknown> = {},
): Promise<string> {
  const [plant] = await readPlants(reading, [sequence])
  if (!plant) throw new Error(`no plant has the sequence ${sequence}`)
  const text = `${plant.beforeTemplate}${plant.template?.text ?? 'null'}${plant.afterTemplate}`
  const rest = JSON.stringify(more).slice(1)
  return rest === '}' ? text : `${text.slice(0, -1)},${rest}`
}

/** Reads plants in the given order. SQLite builds the objects: reading twenty values per row takes twice as long. */
async function readPlants(
  { platform, tx }: Reading,
  sequences: readonly number[],
): Promise<PlantParts[]> {
  if (sequences.length === 0) return []
  const members = listFields.flatMap((field) => [sql.lit(field), sql.ref(field)])
  const rows = await tx
    .selectFrom('plants')
    // One parameter rather than a hundred, so that building the query takes no time.
    .where(sql<boolean>`sequence in (select value from json_each(${JSON.stringify(sequences)}))`)
    .select(['sequence', 'templateId', 'metadata'])
    .select(sql<string>`json_object(${sql.join(members)})`.as('fields'))
    .execute()
  const templates = await platform.templateTexts.read(
    tx,
    rows.map(({ templateId }) => templateId),
  )
  const plants = new Map(
    rows.map(({ sequence, templateId, metadata, fields }): [number, PlantParts] => [
      sequence,
      {
        beforeTemplate: `${fields.slice(0, -1)},"template":`,
        template: templates.get(templateId ?? ''),
        afterTemplate: `,"metadata":${metadata ?? 'null'}}`,
      },
    ]),
  )
  return sequences.flatMap((sequence) => plants.get(sequence) ?? [])
}
