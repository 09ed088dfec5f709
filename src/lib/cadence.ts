/** One step of a cadence: something is read every so often until that much time has passed; both in ms. */
export interface CadenceStep {
  untilMs: number
  everyMs: number
}

/** Returns the interval (ms) of a cadence after `passedMs`; undefined once its last step is over. */
export function intervalAfter(steps: readonly CadenceStep[], passedMs: number): number | undefined {
  return steps.find(({ untilMs }) => passedMs < untilMs)?.everyMs
}
