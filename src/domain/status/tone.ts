/** How good or bad something is for the fleet; always shown with an icon and a word, never alone. */
export type Tone = 'ok' | 'info' | 'warn' | 'danger' | 'neutral'

/** How one value of an enum is shown. */
export interface Meaning {
  label: string
  tone: Tone
  /** One sentence for people who do not know the word. */
  hint: string
}

const unreadableMeaning: Meaning = {
  label: 'Unreadable',
  tone: 'warn',
  hint: 'The server sent a value that could not be read.',
}

/**
 * Looks a received value up in its table; unknown values keep their raw name and claim nothing, and unreadable
 * ones are called so.
 */
export function meaningOf<Known extends string>(
  table: Record<Known, Meaning>,
  value: string,
  isUnreadable = false,
): Meaning {
  if (isUnreadable) return unreadableMeaning
  const known = Object.entries<Meaning>(table).find(([name]) => name === value)
  if (known) return known[1]
  if (value === '')
    return { label: 'Not given', tone: 'neutral', hint: 'The server sent no value.' }
  return { label: value, tone: 'neutral', hint: 'A value that this dashboard does not know.' }
}
