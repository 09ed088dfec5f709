import type { Random } from './random'

const prefixes = ['CPI', 'CPI', 'CPI', 'TCO', 'WG', 'UNI', 'S7', 'BKF', 'PXC'] as const

// Odd and not a multiple of 5: stepping through a million by it meets every number once.
const step = 387_421

/** Unique for each index below a million, and not in the order of the index: a vendor's label, such as CPI-24-000123-7. */
export function serialNumber(index: number, year: number, random: Random): string {
  const number = (index * step + 271_828) % 1_000_000
  const year2 = String(year % 100).padStart(2, '0')
  const digits = String(number).padStart(6, '0')
  return `${random.pick(prefixes)}-${year2}-${digits}-${checkDigit(year2 + digits)}`
}

// Modulus 10 with the weights 3 and 1, as on an EAN.
function checkDigit(digits: string): number {
  let sum = 0
  for (let at = 0; at < digits.length; at++) sum += Number(digits[at]) * (at % 2 === 0 ? 3 : 1)
  return (10 - (sum % 10)) % 10
}
