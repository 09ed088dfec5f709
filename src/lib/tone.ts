/** Every tone, the most severe first. */
export const tonesWorstFirst = ['danger', 'warn', 'info', 'neutral', 'ok'] as const

/** How good or bad something is; always shown with an icon and a word, never by colour alone. */
export type Tone = (typeof tonesWorstFirst)[number]
