import { useEffect, useRef } from 'react'

/** Calls the function of the latest render on unmount. */
export function useOnLeaving(leave: () => void): void {
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => () => latest.current(), [])
}
