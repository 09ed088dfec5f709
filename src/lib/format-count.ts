/** Formats a number as "1,234". `Intl` would delay the first screen of a slow device by a tenth of a second. */
export function formatCount(count: number): string {
  if (!Number.isSafeInteger(count)) return String(count)
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
}

/** Returns a number with its noun: "1 plant", "1,234 plants". `many` is the plural when it isn't formed with an s. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}
