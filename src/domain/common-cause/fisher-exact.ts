// Fisher's exact test, one-sided: the chance of at least so many plants with a value among those that changed, if the value
// had nothing to do with it. Computed as a logarithm, because the chance is often too small for a number.

/** The four numbers of the test. */
export interface Contingency {
  /** Number of plants that are compared. */
  compared: number
  /** Those of them with the value. */
  withValue: number
  /** Those of them that changed. */
  changed: number
  /** Those of them that changed and have the value. */
  both: number
}

/** Below this share of the sum, further terms don't change it. */
const negligible = 1e-18

/** Returns the natural logarithm of the chance; 0 for certain, -Infinity for impossible. */
export function logFisher(table: Contingency): number {
  const { compared, withValue, changed, both } = table
  const least = Math.max(0, changed + withValue - compared)
  const most = Math.min(changed, withValue)
  if (both <= least) return 0
  if (both > most) return -Infinity
  // The shorter tail is summed, so that no precision is lost on the way to 1.
  if (both * compared > changed * withValue) return Math.min(0, logTailUp(table, most))
  return Math.log1p(-Math.min(1, Math.exp(logTailDown({ ...table, both: both - 1 }, least))))
}

function logTailUp(table: Contingency, most: number): number {
  const { compared, withValue, changed, both } = table
  let [term, sum] = [1, 1]
  for (let at = both; at < most && term > sum * negligible; at += 1) {
    const others = compared - withValue - changed + at + 1
    term *= ((withValue - at) * (changed - at)) / ((at + 1) * others)
    sum += term
  }
  return logChance(table) + Math.log(sum)
}

function logTailDown(table: Contingency, least: number): number {
  const { compared, withValue, changed, both } = table
  let [term, sum] = [1, 1]
  for (let at = both; at > least && term > sum * negligible; at -= 1) {
    const others = compared - withValue - changed + at
    term *= (at * others) / ((withValue - at + 1) * (changed - at + 1))
    sum += term
  }
  return logChance(table) + Math.log(sum)
}

/** The chance of exactly this table (hypergeometric distribution). */
function logChance({ compared, withValue, changed, both }: Contingency): number {
  return (
    logChoose(withValue, both) +
    logChoose(compared - withValue, changed - both) -
    logChoose(compared, changed)
  )
}

function logChoose(all: number, some: number): number {
  return logFactorial(all) - logFactorial(some) - logFactorial(all - some)
}

/** From here on, Stirling's series is exact to the last digit. */
const stirlingFrom = 32
const small = smallFactorials()

function smallFactorials(): readonly number[] {
  const logs = [0]
  for (let number = 1; number < stirlingFrom; number += 1) {
    logs.push((logs[number - 1] ?? 0) + Math.log(number))
  }
  return logs
}

const halfLogTau = 0.5 * Math.log(2 * Math.PI)

/** Returns the natural logarithm of a factorial (of the gamma function of n + 1). */
export function logFactorial(number: number): number {
  if (number < stirlingFrom) return small[number] ?? Number.NaN
  const square = number * number
  const series = (1 / 12 - (1 / 360 - (1 / 1260 - 1 / (1680 * square)) / square) / square) / number
  return (number + 0.5) * Math.log(number) - number + halfLogTau + series
}
