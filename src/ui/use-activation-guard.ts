import { useRef } from 'react'

/** How long the second half of a double click or a held Enter is swallowed: longer than a mutation
    needs to report that it is pending, shorter than anybody clicks twice on purpose. */
const guardMs = 50

/** Returns a function that says whether this activation may pass; a promise keeps the gate shut until it settles. */
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
