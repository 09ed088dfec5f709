import { formatScientific } from '@/lib/format-pct'
import { formatDecimals } from '@/plant-ui/energy-words'

interface AmountAxis {
  domain: [number, number]
  /** Round numbers, lowest first, on the axis's own scale. */
  ticks: number[]
  /** Returns an amount on the axis's scale; null stays null. */
  place: (amount: number | null) => number | null
  label: (tick: number) => string
}

/** From this amount on, an axis uses powers of ten, because more digits would leave too little room for the curve. */
const longAmount = 1e9
const shortAmount = 1e-3
const intervals = 4

/**
 * Returns the axis for some amounts: from 0 to a round number beyond the most, and below 0 only if one of them is.
 * Amounts may be as large or as small as a number can be; charts do arithmetic that would overflow, so very large and
 * very small ones are placed in multiples of a power of ten.
 */
export function amountAxis(amounts: readonly (number | null)[]): AmountAxis {
  const known = amounts.filter((amount) => amount !== null)
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)]
  const longest = Math.max(-least, most)
  const isOrdinary = longest === 0 || (longest >= shortAmount && longest < longAmount)
  const exponent = isOrdinary ? 0 : Math.floor(Math.log10(longest))
  const low = timesPowerOfTen(least, -exponent)
  const high = longest === 0 ? 1 : timesPowerOfTen(most, -exponent)
  const { step, decimals } = roundStep((high - low) / intervals)
  const [first, last] = [Math.floor(tidy(low / step)), Math.ceil(tidy(high / step))]
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step))
  return {
    ticks,
    domain: [ticks[0] ?? low, ticks.at(-1) ?? high],
    place: (amount) => (amount === null ? null : timesPowerOfTen(amount, -exponent)),
    label: (tick) =>
      isOrdinary ? formatDecimals(tick, decimals) : formatScientific(tick, exponent),
  }
}

/** Multiplies in two steps: 10 ** 324 exceeds the largest number, and 10 ** -324 is 0. */
function timesPowerOfTen(amount: number, exponent: number): number {
  const half = Math.trunc(exponent / 2)
  return amount * 10 ** half * 10 ** (exponent - half)
}

/** Returns the next of 1, 2 and 5 times a power of ten, and the decimals needed to write it. */
function roundStep(atLeast: number): { step: number; decimals: number } {
  const exponent = Math.floor(Math.log10(atLeast))
  const power = 10 ** exponent
  const factor = [1, 2, 5, 10].find((each) => each * power >= tidy(atLeast)) ?? 10
  const stepExponent = factor === 10 ? exponent + 1 : exponent
  return { step: tidy(factor * power), decimals: Math.max(0, -stepExponent) }
}

/** Removes floating-point noise: 0.1 * 3 becomes 0.3. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
