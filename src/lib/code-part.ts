import { createListeners } from './listeners'

/** A part of the application whose code is loaded on demand. Unlike with `React.lazy`, a failure is not final. */
export interface CodePart<T> {
  now: () => T | undefined
  /** Loads the code, again after a failure. Throws `MissingCodeError` or what the code throws. */
  load: () => Promise<T>
  preload: () => void
  subscribe: (listener: () => void) => () => void
}

/** Wraps a dynamic import as a `CodePart`. */
export function codePart<T>(importIt: () => Promise<T>): CodePart<T> {
  let code: T | undefined
  let loading: Promise<T> | undefined
  const listeners = createListeners()

  async function loadNow(): Promise<T> {
    try {
      code = await importIt()
    } finally {
      loading = undefined
    }
    listeners.notify()
    return code
  }

  const load = () => (loading ??= code === undefined ? loadNow() : Promise.resolve(code))
  return {
    now: () => code,
    load,
    preload: () => void load().catch(() => undefined),
    subscribe: listeners.add,
  }
}
