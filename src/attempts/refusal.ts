import { fieldErrors } from '@/api/error-details'
import type { ErrorMessage } from '@/api/error-messages'
import { ApiError } from '@/api/errors'
import { describeOutcome } from '@/api/outcome-messages'
import { isSerialNumberTaken, namesTakenSerialNumber } from '@/api/serial-number-taken'

/** A refusal as shown in a form: messages at its fields, and one above its button. */
export interface FormRefusal {
  fields: Record<string, string>
  message: Pick<ErrorMessage, 'title' | 'detail' | 'retryAtMs'> | undefined
  /** True when another plant has the serial number that was sent. */
  isSerialNumberTaken: boolean
}

/** Returns the message for a form whose request was not sent, with the reason and, by `performance.now()`, the next try. */
export function notSentRefusal(detail: string, retryAtMs: number | undefined): FormRefusal {
  const message = { title: 'Not sent', detail, retryAtMs }
  return { fields: {}, message, isSerialNumberTaken: false }
}

/** Splits the server's refusal into messages for the form's fields and one message for the rest. */
export function readRefusal(
  error: Error | null,
  fieldNames: readonly string[],
  what: string,
): FormRefusal {
  const isTaken = isSerialNumberTaken(error)
  if (!error) return { fields: {}, message: undefined, isSerialNumberTaken: isTaken }
  if (namesTakenSerialNumber(error)) {
    const fields = { serialNumber: error.message }
    return { fields, message: undefined, isSerialNumberTaken: isTaken }
  }
  const details = error instanceof ApiError ? error.details : undefined
  const { fields, rest } = fieldErrors(details, fieldNames)
  const isSaidAtFields = Object.keys(fields).length > 0
  if (isSaidAtFields && rest.length === 0) {
    return { fields, message: undefined, isSerialNumberTaken: isTaken }
  }
  const { title, detail, retryAtMs } = describeOutcome(error, what)
  const message = { title, detail: [detail, ...rest].join(' '), retryAtMs }
  return { fields, message, isSerialNumberTaken: isTaken }
}
