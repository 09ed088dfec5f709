// An address can be typed, shortened or come from another version. What it asks for is used, or its refusal is stated.
import type { SpanDays } from './search-values'
import {
  defaultThresholds,
  maxDays,
  readThresholds,
} from '@/domain/certificates/certificate-thresholds'
import { formatCount } from '@/lib/format-count'
import type { TimeZone } from '@/lib/time-zone'
import { readDay } from '@/lib/zoned-days'

/** More renewals a week are no limit. */
export const maxRenewalsPerWeek = 10_000

/** Parameters whose values can be wrong, as the address has them. */
export interface GivenParameters {
  urgent?: unknown
  soon?: unknown
  capacity?: unknown
  from?: unknown
  to?: unknown
}

/** The same, as far as they can be used. */
export interface UsableParameters extends SpanDays {
  /** Thresholds that the user set, in days. */
  urgent?: number | undefined
  soon?: number | undefined
  /** Number of renewals that are possible in a week. */
  capacity?: number | undefined
}

/** A parameter that isn't used as it is, with the reason and what is used instead, in sentences. */
export interface SearchMistake {
  parameter: keyof GivenParameters
  text: string
}

const highest = { urgent: maxDays, soon: maxDays, capacity: maxRenewalsPerWeek }

/** Returns the values that are used, and the mistakes in those given. */
export function readParameters(given: GivenParameters, zone: TimeZone) {
  const mistakes: SearchMistake[] = []
  const wholeNumber = (parameter: keyof typeof highest, instead: string) => {
    const [value, max] = [given[parameter], highest[parameter]]
    if (value === undefined) return undefined
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max) {
      return value
    }
    const why = `“${parameter}” isn’t a whole number from 1 to ${formatCount(max)}.`
    mistakes.push({ parameter, text: `${why} ${instead}` })
    return undefined
  }
  const day = (parameter: 'from' | 'to') => {
    const value = given[parameter]
    if (value === undefined) return undefined
    if (typeof value === 'string' && readDay(value, zone) !== undefined) return value
    mistakes.push({
      parameter,
      text: `“${parameter}” isn’t a day like 2026-11-28. It is ignored.`,
    })
    return undefined
  }
  const days = {
    soon: wholeNumber('soon', `The default of ${defaultThresholds.soonDays} days is used.`),
    urgent: wholeNumber('urgent', 'The default is used.'),
  }
  const { urgentDays, soonDays } = readThresholds(days.urgent, days.soon)
  const lowered = loweredText(days.urgent, urgentDays, soonDays)
  if (lowered !== undefined) mistakes.push({ parameter: 'urgent', text: lowered })
  const search = {
    urgent: lowered === undefined ? days.urgent : urgentDays,
    soon: days.soon,
    capacity: wholeNumber('capacity', 'There is no limit.'),
    from: day('from'),
    to: day('to'),
  }
  return { search: search satisfies UsableParameters, mistakes }
}

/** “Urgent” can't be later than “soon”. */
function loweredText(asked: number | undefined, urgentDays: number, soonDays: number) {
  const wanted = asked ?? defaultThresholds.urgentDays
  if (wanted === urgentDays) return undefined
  const subject = asked === undefined ? 'The default of “urgent”' : '“urgent”'
  return `${subject} is ${wanted} days, more than the ${soonDays} days of “soon”. Urgent is within ${urgentDays} days.`
}
