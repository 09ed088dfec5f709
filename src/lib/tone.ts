/** Every tone, the most severe first. */
export const tonesWorstFirst = ['danger', 'warn', 'info', 'neutral', 'ok'] as const

/** Severity of a state or message; always shown with an icon and a word, never by colour alone. */
export type Tone = (typeof tonesWorstFirst)[number]
