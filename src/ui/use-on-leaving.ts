import { useEffect, useRef } from 'react'

/** Calls the function of the latest render when what uses it goes away. */
export function useOnLeaving(leave: () => void): void {
  const latest = useRef(leave)
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => () => latest.current(), [])
}
