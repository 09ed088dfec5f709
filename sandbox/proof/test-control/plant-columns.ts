import * as z from 'zod/mini'
import { isStorable, notStorable } from '#sandbox/platform/http/storable-text'

const storable = z.string().check(z.refine(isStorable, notStorable))
const text = z.optional(storable)
const nullableText = z.optional(z.nullable(storable))
const nullableNumber = z.optional(z.nullable(z.number()))
const flag = z.optional(z.nullable(z.union([z.boolean(), z.number()])))

/** Plant row as a test defines it: any of the API's fields, stored exactly as given, plausible or not. */
export const plantColumnsSchema = z.strictObject({
  id: text,
  name: text,
  serialNumber: text,
  type: text,
  status: text,
  lifecycleStatus: text,
  authMethod: text,
  authFailureCount: z.optional(z.number()),
  lastAuthFailureAt: nullableText,
  lastSeenAt: nullableText,
  activatedAt: nullableText,
  certificateExpiresAt: nullableText,
  certificateFingerprint: nullableText,
  certificateSerialNumber: nullableText,
  secretRotatedAt: nullableText,
  templateId: nullableText,
  metadata: z.optional(z.nullable(z.union([z.string(), z.record(z.string(), z.unknown())]))),
  latitude: nullableNumber,
  longitude: nullableNumber,
  capacityKwh: nullableNumber,
  fvePeakPowerKwp: nullableNumber,
  plantWithLoad: flag,
  externalPlantId: nullableText,
  esiState: nullableText,
  configEnabled: flag,
  description: nullableText,
  tag: nullableText,
  createdAt: text,
  updatedAt: text,
})
export type PlantColumns = z.infer<typeof plantColumnsSchema>

export function toColumns({ metadata, plantWithLoad, configEnabled, ...columns }: PlantColumns) {
  return Object.fromEntries(
    Object.entries({
      ...columns,
      metadata: typeof metadata === 'object' && metadata ? JSON.stringify(metadata) : metadata,
      plantWithLoad: asNumber(plantWithLoad),
      configEnabled: asNumber(configEnabled),
    }).filter(([, value]) => value !== undefined),
  )
}

function asNumber(value: boolean | number | null | undefined): number | null | undefined {
  return typeof value === 'boolean' ? Number(value) : value
}
