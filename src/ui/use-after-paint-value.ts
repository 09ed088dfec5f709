import { startTransition, useEffect, useState } from 'react'
import { useAfterPaint } from './use-after-paint'

/**
 * Returns the value of the frame before, and renders the latest one in slices once the frame that it caused is painted.
 * React's own deferred value starts at once, and often takes the time of that frame.
 */
export function useAfterPaintValue<T>(latest: T): T {
  const [shown, setShown] = useState({ value: latest })
  const afterPaint = useAfterPaint()
  const isBehind = shown.value !== latest
  useEffect(() => {
    if (isBehind) afterPaint.run(() => startTransition(() => setShown({ value: latest })))
  }, [afterPaint, isBehind, latest])
  return shown.value
}
