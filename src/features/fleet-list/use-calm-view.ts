import { useEffect, useRef, useState } from 'react'
import type { FleetView } from '@/fleet/fleet-view'

/** New plants arrive several times a second while the fleet is being read; rows move less often. */
const settleMs = 1_000
/** Pointing at a row holds the order for this time. */
const holdMs = 10_000

/**
 * Returns a view whose rows do not move under the pointer. What the user changes applies at once; what the server
 * changes waits until no row is pointed at or used by keyboard, and then applies at most once a second.
 * @param question the filter and the order, as text
 * @param isSorting true while the latest view's order is not final
 */
export function useCalmView(latest: FleetView, question: string, isSorting: boolean) {
  const [shown, setShown] = useState({ view: latest, question, isSorting })
  const [heldUntilMs, setHeldUntilMs] = useState(0)
  const held = useRef(0)
  const changed = useRef({ to: shown, atMs: 0 })
  const isSame = shown.question === question
  // The answer to a new question is complete only when it is sorted.
  const isDue = !isSame || (shown.isSorting && shown.view !== latest)
  // While rendering: in an effect, every key would render the list twice.
  if (isDue) setShown({ view: latest, question, isSorting })

  useEffect(() => {
    if (changed.current.to !== shown) changed.current = { to: shown, atMs: performance.now() }
  }, [shown])
  useEffect(() => {
    if (shown.view === latest) return
    const show = () => setShown({ view: latest, question, isSorting })
    const nowMs = performance.now()
    const atMs = Math.max(changed.current.atMs + settleMs, heldUntilMs)
    // A pointer that came just now is known before it is rendered; the effect then sets a later timer.
    const showUnlessHeld = () => {
      if (performance.now() >= held.current) show()
    }
    const timer = setTimeout(showUnlessHeld, Math.max(0, atMs - nowMs))
    return () => clearTimeout(timer)
  }, [latest, question, isSorting, shown, heldUntilMs])

  return {
    view: isDue ? latest : shown.view,
    hold: () => {
      const untilMs = performance.now() + holdMs
      // Not on each move of the pointer: every change renders the list.
      if (untilMs - held.current <= settleMs) return
      held.current = untilMs
      setHeldUntilMs(untilMs)
    },
    release: () => {
      held.current = 0
      setHeldUntilMs(0)
    },
  }
}
