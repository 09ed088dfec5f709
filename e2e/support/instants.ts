/** Milliseconds per unit of time. */
export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** Returns the instant this many milliseconds from now, as the API sends instants. */
export const fromNow = (ms: number): string => new Date(Date.now() + ms).toISOString()
