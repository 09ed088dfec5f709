import type { Random } from './random'

const prefixes = ['CPI', 'CPI', 'CPI', 'TCO', 'WG', 'UNI', 'S7', 'BKF', 'PXC'] as const

// The first thousand numbers are reserved for plants with a fixed serial number.
const firstNumber = 1000

/** Count of different serial numbers, which limits the size of a fleet. */
export const serialNumberCount = 1_000_000 - firstNumber

// The step has no factor in common with the count, so it reaches every number once.
const step = 387_421

/**
 * Returns a serial number in a vendor's format, such as CPI-24-012345-8. It is unique for each index below the count,
 * but not in the order of the indexes.
 */
export function serialNumber(index: number, year: number, random: Random): string {
  const number = firstNumber + ((index * step + 271_828) % serialNumberCount)
  const year2 = String(year % 100).padStart(2, '0')
  const digits = String(number).padStart(6, '0')
  return `${random.pick(prefixes)}-${year2}-${digits}-${checkDigit(year2 + digits)}`
}

/** Returns the last digit of a serial number: modulus 10 with weights 3 and 1, as for an EAN. */
export function checkDigit(digits: string): number {
  let sum = 0
  for (let at = 0; at < digits.length; at++) sum += Number(digits[at]) * (at % 2 === 0 ? 3 : 1)
  return (10 - (sum % 10)) % 10
}
