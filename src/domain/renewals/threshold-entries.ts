// The two thresholds as a user types them. "Urgent" must not be later than "soon", or no certificate would be just soon.
import { type NumberEntry, readNumberEntry } from './number-entry'
import {
  type Thresholds,
  defaultThresholds,
  maxDays,
} from '@/domain/certificates/certificate-thresholds'

/** A threshold, by its search parameter. */
export type Threshold = 'urgent' | 'soon'

/** Text of each threshold that is being typed. */
export type ThresholdTexts = Partial<Record<Threshold, string | undefined>>

/** Thresholds that can be used, as search parameters, and the reasons why others can't. */
interface ThresholdEntries {
  /** Undefined for a text that was emptied: the default. */
  change: Partial<Record<Threshold, number | undefined>>
  errors: Partial<Record<Threshold, string>>
  inEffect: Thresholds
}

/** Reads the texts on top of the thresholds in effect. A text is judged by what the other one leaves in effect. */
export function readThresholdTexts(texts: ThresholdTexts, before: Thresholds): ThresholdEntries {
  const change: ThresholdEntries['change'] = {}
  const errors: ThresholdEntries['errors'] = {}
  let inEffect = before
  // A lower “urgent” may make room for the “soon” that was judged before it.
  for (const threshold of ['soon', 'urgent', 'soon'] as const) {
    const text = texts[threshold]
    if (text === undefined) continue
    const entry = readWithin(text, threshold, inEffect)
    if (entry.kind === 'wrong') {
      errors[threshold] = entry.why
      continue
    }
    delete errors[threshold]
    change[threshold] = entry.kind === 'number' ? entry.value : undefined
    inEffect =
      threshold === 'soon'
        ? { ...inEffect, soonDays: change.soon ?? defaultThresholds.soonDays }
        : { ...inEffect, urgentDays: change.urgent ?? defaultUrgent(inEffect) }
  }
  return { change, errors, inEffect }
}

function readWithin(
  text: string,
  threshold: Threshold,
  { urgentDays, soonDays }: Thresholds,
): NumberEntry {
  const entry = readNumberEntry(text, maxDays)
  if (entry.kind === 'wrong') return entry
  if (threshold === 'urgent') {
    if (entry.kind === 'empty' || entry.value <= soonDays) return entry
    return { kind: 'wrong', why: `Enter at most ${soonDays}, the days for “soon”.` }
  }
  const soon = entry.kind === 'number' ? entry.value : defaultThresholds.soonDays
  if (soon >= urgentDays) return entry
  return { kind: 'wrong', why: `Enter at least ${urgentDays}, the days for “urgent”.` }
}

function defaultUrgent({ soonDays }: Thresholds): number {
  return Math.min(defaultThresholds.urgentDays, soonDays)
}
