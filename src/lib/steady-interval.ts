import { startOwnWorker } from './own-worker'
import workerUrl from './ticking-worker?worker&url'

/**
 * Calls a function every `everyMs`, also in a hidden page as far as the browser allows; returns the function that ends it.
 * Where workers are blocked, a hidden page ticks more slowly.
 */
export function steadyInterval(tick: () => void, everyMs: number): () => void {
  let timer: ReturnType<typeof setInterval> | undefined
  let worker: Worker | undefined
  let isEnded = false
  const fallBack = () => {
    // A worker that can't be loaded may say so after the end.
    if (isEnded) return
    worker?.terminate()
    worker = undefined
    timer ??= setInterval(tick, everyMs)
  }
  try {
    worker = startOwnWorker(workerUrl)
    worker.addEventListener('message', tick)
    worker.addEventListener('error', fallBack)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no target origin
    worker.postMessage(everyMs)
  } catch {
    fallBack()
  }
  return () => {
    isEnded = true
    worker?.terminate()
    clearInterval(timer)
  }
}
