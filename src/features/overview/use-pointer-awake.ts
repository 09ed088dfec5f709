import { useEffect, useState } from 'react'

/** The pointer counts as in use for this long after it moved. */
const awakeMs = 3_000

/** Returns true for a moment after the pointer moved or touched the page, and after the component is mounted. */
export function usePointerAwake(): boolean {
  const [isAwake, setIsAwake] = useState(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const wake = () => {
      clearTimeout(timer)
      setIsAwake(true)
      timer = setTimeout(() => setIsAwake(false), awakeMs)
    }
    const uses = ['pointermove', 'pointerdown']
    for (const use of uses) document.addEventListener(use, wake, { passive: true })
    wake()
    return () => {
      clearTimeout(timer)
      for (const use of uses) document.removeEventListener(use, wake)
    }
  }, [])
  return isAwake
}
