/** Functions that are called when something changes. */
interface Listeners {
  /** Adds a function; returns one that removes it. */
  add: (listener: () => void) => () => void
  notify: () => void
}

/** Makes an empty set of listeners. */
export function createListeners(): Listeners {
  const listeners = new Set<() => void>()
  return {
    add: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    notify: () => {
      for (const listener of listeners) listener()
    },
  }
}
