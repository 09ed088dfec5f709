import { fieldErrors } from '@/api/error-details'
import { type ErrorMessage, describeOutcome } from '@/api/error-messages'
import { ApiError } from '@/api/errors'

/** What a form shows of a refusal: at its fields, and above its button. */
export interface FormRefusal {
  fields: Record<string, string>
  message: Pick<ErrorMessage, 'title' | 'detail' | 'retryAtMs'> | undefined
}

/** What the server's refusal says about which field; the rest stands above the button. */
export function readRefusal(
  error: Error | null,
  fieldNames: readonly string[],
  what: string,
): FormRefusal {
  if (!error) return { fields: {}, message: undefined }
  if (error instanceof ApiError && error.code === 'PLANT_ALREADY_EXISTS') {
    return { fields: { serialNumber: error.message }, message: undefined }
  }
  const details = error instanceof ApiError ? error.details : undefined
  const { fields, rest } = fieldErrors(details, fieldNames)
  const isSaidAtFields = Object.keys(fields).length > 0
  if (isSaidAtFields && rest.length === 0) return { fields, message: undefined }
  const { title, detail, retryAtMs } = describeOutcome(error, what)
  // A 404 that names a field means that field's object, so the words for a plant that is gone are wrong.
  const words = isSaidAtFields ? error.message : detail
  return { fields, message: { title, detail: [words, ...rest].join(' '), retryAtMs } }
}
