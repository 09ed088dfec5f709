import type { FieldErrors, Resolver } from 'react-hook-form'
import * as z from 'zod/mini'
import type { PlantDetail } from '@/api/plant-schemas'
import { type UpdatePlant, updatePlantSchema } from '@/api/plant-write-schemas'
import { type EditedFields, changedFields, editableFields } from '@/domain/plant/plant-edit'
import { formMessage } from '@/lib/form-messages'
import { jsonMistakeText } from '@/lib/json-mistake'

/** Validates only the changed fields: existing values from the server need not fit the request. */
export function editPlantResolver(
  opened: PlantDetail,
): Resolver<EditedFields, unknown, UpdatePlant> {
  return (edited) => {
    const changes = changedFields(opened, edited)
    const result = z.safeParse(updatePlantSchema, changes, { error: formMessage })
    if (result.success) return { values: result.data, errors: {} }
    const errors: FieldErrors<EditedFields> = {}
    for (const { path, message } of result.error.issues) {
      const field = editableFields.find((name) => name === path[0])
      // Only the first message of a field is shown.
      if (field === undefined || errors[field]) continue
      const words = field === 'metadata' ? metadataMessage(edited.metadata, message) : message
      errors[field] = { type: 'validate', message: words }
    }
    return { values: {}, errors }
  }
}

function metadataMessage(text: string, message: string): string {
  if (text.trim() === '') return 'Metadata can’t be removed. Enter {} for an empty object.'
  return jsonMistakeText(text) ?? message
}
