/** Parts of a decimal number without regard to how it is written. */
interface Decimal {
  digits: string
  exponent: number
}

const parts = /^-?(\d*)\.?(\d*)(?:e([-+]?\d+))?$/i

/** Returns what most programs make of a JSON number, if it is another number: they keep about 16 digits (IEEE 754 doubles). */
export function roundedNumber(source: string): string | undefined {
  const kept = String(Number(source))
  const [written, read] = [decimalOf(source), decimalOf(kept)]
  const isSame =
    written !== undefined &&
    written.digits === read?.digits &&
    (written.digits === '' || written.exponent === read.exponent)
  return isSame ? undefined : kept
}

function decimalOf(source: string): Decimal | undefined {
  const found = parts.exec(source)
  if (!found) return undefined
  const [, whole = '', fraction = '', exponent = '0'] = found
  const all = whole + fraction
  const first = all.search(/[1-9]/)
  if (first === -1) return { digits: '', exponent: 0 }
  let end = all.length
  while (all[end - 1] === '0') end -= 1
  return { digits: all.slice(first, end), exponent: Number(exponent) + whole.length - first }
}
