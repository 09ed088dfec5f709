/** A part of the application whose code is loaded on demand. Unlike with `React.lazy`, a failure is not final. */
export interface CodePart<T> {
  /** Returns the code if it is here. */
  now: () => T | undefined
  /** Loads the code; after a failure it asks again. Throws `MissingCodeError`, or what the code itself throws. */
  load: () => Promise<T>
  /** Loads the code ahead. A failure is no event: whoever needs the code asks again and reports it. */
  preload: () => void
  /** Calls the listener when the code has arrived; returns the way to stop that. */
  subscribe: (listener: () => void) => () => void
}

/** Wraps a dynamic import. */
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
