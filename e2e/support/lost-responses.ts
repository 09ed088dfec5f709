/** Faults that leave the page without a readable response to a request that the server completed. */
export const lostResponses = [
  { kind: 'drop-after', what: 'whose response is lost' },
  { kind: 'error-after', what: 'that ends in a 500' },
  { kind: 'cut-body', what: 'with a truncated response' },
] as const

/** Number of requests that a fault affects: more than the browser itself repeats. */
export const everyAttempt = 20
