import { useEffect, useState } from 'react'

/** Returns true once a time has passed since the value of `start` last changed. */
export function useElapsed(ms: number, start: number): boolean {
  const [overFor, setOverFor] = useState<number>()
  useEffect(() => {
    const timer = setTimeout(() => setOverFor(start), ms)
    return () => clearTimeout(timer)
  }, [ms, start])
  return overFor === start
}
