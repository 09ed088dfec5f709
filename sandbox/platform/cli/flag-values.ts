import { UsageError } from './options-or-exit'

/**
 * Reads the value of a flag as a number of at most nine decimals.
 * @throws UsageError
 */
export function numberOf(flag: string, text: string, min: number, max: number): number {
  const value = /^-?\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new UsageError(`${flag} takes a number from ${min} to ${max}, not "${text}"`)
}

/**
 * Reads the value of a flag as a whole number without a sign.
 * @throws UsageError
 */
export function wholeNumber(flag: string, text: string, min: number, max: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max) return value
  throw new UsageError(`${flag} takes a whole number from ${min} to ${max}, not "${text}"`)
}
