import * as z from 'zod/mini'
import { openEnum, timestampSchema } from './fields'

/** A template: the signals that a device sends and the actions that it accepts. */
export const templateSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.nullish(openEnum<'CABINET' | 'METER' | 'INVERTER' | 'BATTERY'>()),
    level: z.nullish(openEnum<'PLANT' | 'SUB_DEVICE'>()),
    version: z.nullish(z.int()),
    isSystem: z.nullish(z.boolean()),
    signals: z.nullish(z.array(z.looseObject({}))),
    actions: z.nullish(z.array(z.looseObject({}))),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .register(z.globalRegistry, { id: 'Template' })
export type Template = z.infer<typeof templateSchema>
