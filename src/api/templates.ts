import * as z from 'zod/mini'
import { openEnum, timestampSchema } from './fields'
import type { WithUnreadable } from '@/lib/unreadable'

/** A signal or action, of undocumented shape; other values are kept (`domain/plant/template-parts`). */
const itemSchema = z
  .unknown()
  .register(z.globalRegistry, { type: 'object', additionalProperties: true })

/** A plant's template, with its signals and actions (contract: `Template`). */
export const templateSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.nullish(openEnum<'CABINET' | 'METER' | 'INVERTER' | 'BATTERY'>()),
    level: z.nullish(openEnum<'PLANT' | 'SUB_DEVICE'>()),
    version: z.nullish(z.int()),
    isSystem: z.nullish(z.boolean()),
    signals: z.nullish(z.array(itemSchema)),
    actions: z.nullish(z.array(itemSchema)),
    createdAt: timestampSchema,
    updatedAt: timestampSchema,
  })
  .register(z.globalRegistry, { id: 'Template' })
export type Template = z.infer<typeof templateSchema> & WithUnreadable
