import * as z from 'zod/mini'
import { NotSentError } from '@/api/errors'
import { type UpdatePlant, updatePlantSchema } from '@/api/plant-write-schemas'
import type { Changes } from '@/domain/plant/plant-edit'

/**
 * Returns the body of *update*. Throws `NotSentError` for one that breaks the contract, because nothing is sent then.
 */
export function checkedUpdate(changes: Changes): UpdatePlant {
  const { success, data, error } = z.safeParse(updatePlantSchema, changes)
  if (success) return data
  const fields = error.issues.map(({ path }) => path.join('.')).join(', ')
  throw new NotSentError('invalid', fields)
}
