// Times in a filter's text, as `30d`.
import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/instants'

const units = { s: secondMs, m: minuteMs, h: hourMs, d: dayMs, w: 7 * dayMs } as const

/** Parses a time such as “30d”, “1.5h” or “2w”, in ms. */
export function readDuration(text: string): number | undefined {
  const [, number, unit] = /^(\d{1,9}(?:\.\d{1,3})?)([smhdw])$/i.exec(text) ?? []
  if (number === undefined || unit === undefined) return undefined
  const name = (['s', 'm', 'h', 'd', 'w'] as const).find((one) => one === unit.toLowerCase())
  return name && Math.round(Number(number) * units[name])
}

/** Prints a time in the largest unit that gives a whole number, except weeks: "30d" is customary. */
export function printDuration(ms: number): string {
  for (const unit of ['d', 'h', 'm'] as const) {
    if (ms >= units[unit] && ms % units[unit] === 0) return `${ms / units[unit]}${unit}`
  }
  return `${ms / secondMs}s`
}

const longUnits: readonly [names: RegExp, days: number | undefined, unit: string][] = [
  [/^(?:seconds?|secs?)$/i, undefined, 's'],
  [/^(?:minutes?|mins?)$/i, undefined, 'm'],
  [/^(?:hours?|hrs?)$/i, undefined, 'h'],
  [/^(?:|days?)$/i, undefined, 'd'],
  [/^(?:weeks?|wks?)$/i, undefined, 'w'],
  [/^(?:months?|mo)$/i, 30, 'd'],
  [/^(?:years?|y)$/i, 365, 'd'],
]

/** Corrects a number without a unit (days), or with a unit written out, to a form such as “30d”. */
export function durationMeant(text: string): string | undefined {
  if (readDuration(text) !== undefined) return text
  const [, number = '', name = ''] = /^(\d{1,6})\s*([a-z]*)$/i.exec(text) ?? []
  const known = number === '' ? undefined : longUnits.find(([names]) => names.test(name))
  if (!known) return undefined
  const [, days = 1, unit] = known
  return `${Number(number) * days}${unit}`
}
