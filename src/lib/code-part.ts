/** A part of the application whose code is loaded on demand. Unlike with `React.lazy`, a failure is not final. */
export interface CodePart<T> {
  /** Returns the code if it is already loaded. */
  now: () => T | undefined
  /**
   * Loads the code, and tries again after a failure. Throws `MissingCodeError`, or any error the code itself throws.
   */
  load: () => Promise<T>
  /**
   * Loads the code ahead of time. Failures are ignored: the component that needs the code will retry and report them.
   */
  preload: () => void
  /** Calls the listener when the code has loaded; returns the unsubscribe function. */
  subscribe: (listener: () => void) => () => void
}

/** Wraps a dynamic import as a `CodePart`. */
export function codePart<T>(importIt: () => Promise<T>): CodePart<T> {
  let code: T | undefined
  let loading: Promise<T> | undefined
  const listeners = new Set<() => void>()

  async function loadNow(): Promise<T> {
    try {
      code = await importIt()
    } finally {
      loading = undefined
    }
    for (const listener of listeners) listener()
    return code
  }

  const load = () => (loading ??= code === undefined ? loadNow() : Promise.resolve(code))
  return {
    now: () => code,
    load,
    preload: () => void load().catch(() => undefined),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
