import { useEffect, useRef } from 'react'

/** Our own choice: scrolling drags links past a pointer that stays where it is, and none of them is meant. */
const restMs = 80

/** Calls `onIntent` for a plant once the pointer rests on its link, so that scrolling loads nothing. */
export function useIntent(onIntent: (plantId: string) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const leave = () => clearTimeout(timer.current)
  return {
    leave,
    point: (plantId: string) => {
      leave()
      timer.current = setTimeout(() => onIntent(plantId), restMs)
    },
  }
}
