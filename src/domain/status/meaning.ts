import { lookUp } from '@/lib/look-up'
import type { Tone } from '@/lib/tone'

/** Meaning of an enumeration's value, for people. */
export interface Meaning {
  label: string
  tone: Tone
  hint: string
}

const unreadableMeaning: Meaning = {
  label: 'Unreadable',
  tone: 'warn',
  hint: 'The server sent a value that could not be read.',
}

/** Looks up a value; unknown ones keep their raw name and a neutral tone, unreadable ones are shown as such. */
export function meaningOf<Known extends string>(
  table: Record<Known, Meaning>,
  value: string,
  isUnreadable = false,
): Meaning {
  if (isUnreadable) return unreadableMeaning
  const known = lookUp<Meaning>(table, value)
  if (known) return known
  if (value === '')
    return { label: 'Not given', tone: 'neutral', hint: 'The server sent no value.' }
  return { label: value, tone: 'neutral', hint: 'A value that this dashboard does not know.' }
}
