import { useRef } from 'react'

/**
 * Time for which further activations are ignored unless the first one returns a promise: longer than a mutation needs
 * to become pending, shorter than any deliberate second click.
 */
const guardMs = 50

/** Returns a function that decides whether an activation is allowed; a promise blocks further ones until it settles. */
export function useActivationGuard() {
  const isShut = useRef(false)
  const open = () => {
    isShut.current = false
  }
  return (activate: () => unknown): boolean => {
    if (isShut.current) return false
    isShut.current = true
    let result: unknown
    try {
      result = activate()
    } finally {
      if (result instanceof Promise) void result.then(open, open)
      else setTimeout(open, guardMs)
    }
    return true
  }
}
