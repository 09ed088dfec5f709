import { nextTask } from './next-task'

/** Shorter than a frame, so that the page responds to input between two slices. */
const sliceMs = 6

/** Runs steps to their end in slices of a few milliseconds. Rejects with the signal's reason when it is aborted. */
export async function inSlices<Result>(
  steps: Generator<void, Result>,
  signal?: AbortSignal,
): Promise<Result> {
  for (;;) {
    const untilMs = performance.now() + sliceMs
    do {
      const { done, value } = steps.next()
      if (done === true) return value
    } while (performance.now() < untilMs)
    await nextTask()
    signal?.throwIfAborted()
  }
}
