// Numbers as users type them. A number that can't be used leaves the previous one in effect.
import { formatCount } from '@/lib/format-count'

/** Text typed for a number: empty for the default, a number within its limits, or a mistake with its reason. */
export type NumberEntry =
  | { kind: 'empty' }
  | { kind: 'number'; value: number }
  | { kind: 'wrong'; why: string }

/** Reads a whole number from 1 to `max`. */
export function readNumberEntry(text: string, max: number): NumberEntry {
  const digits = text.trim()
  if (digits === '') return { kind: 'empty' }
  const value = /^\d+$/.test(digits) ? Number(digits) : Number.NaN
  if (value >= 1 && value <= max) return { kind: 'number', value }
  return { kind: 'wrong', why: `Enter a whole number from 1 to ${formatCount(max)}.` }
}
