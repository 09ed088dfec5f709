import { useEffect, useRef, useState } from 'react'
import type { FleetView } from '@/fleet/fleet-view'

/** New plants arrive several times a second while the fleet is being read; rows move less often. */
const settleMs = 1_000
/** A list that is older than this is marked as behind. */
const behindMs = 2 * settleMs
/** Using a row holds the order for this time, ms: reading one with the pointer on it takes longer than the next key. */
const holdsMs = { pointer: 60_000, keys: 10_000 }

interface LatestList {
  view: FleetView
  /** The filter and the order, as text. */
  question: string
  /** True while the latest view's order is not final. */
  isSorting: boolean
  /** True while the list is read for the first time: each page that arrives renews the hold of a resting pointer. */
  isFilling: boolean
}

/**
 * Returns a view whose rows do not move under the pointer. What the user changes applies at once; what the server
 * changes waits until no row is pointed at or used by keyboard, and then applies at most once a second.
 */
export function useCalmView({ view: latest, question, isSorting, isFilling }: LatestList) {
  const [shown, setShown] = useState({ view: latest, question, isSorting })
  const [heldUntilMs, setHeldUntilMs] = useState(0)
  const [behind, setBehind] = useState<typeof shown>()
  const held = useRef(0)
  const isPointed = useRef(false)
  const changed = useRef({ to: shown, atMs: 0 })
  const isSame = shown.question === question
  const isOutdated = shown.view !== latest
  // The answer to a new question is complete only when it is sorted. No row at all can't move.
  const isDue = !isSame || (isOutdated && (shown.isSorting || shown.view.matches === 0))
  // While rendering: in an effect, every key would render the list twice.
  if (isDue) setShown({ view: latest, question, isSorting })

  useEffect(() => {
    if (changed.current.to !== shown) changed.current = { to: shown, atMs: performance.now() }
  }, [shown])
  useEffect(() => {
    if (shown.view === latest) return
    const show = () => setShown({ view: latest, question, isSorting })
    const nowMs = performance.now()
    if (isFilling && isPointed.current) {
      held.current = Math.max(held.current, nowMs + holdsMs.pointer)
    }
    const atMs = Math.max(changed.current.atMs + settleMs, heldUntilMs, held.current)
    // A pointer that came just now is known before it is rendered; the effect then sets a later timer.
    const showUnlessHeld = () => {
      if (performance.now() >= held.current) show()
    }
    const timer = setTimeout(showUnlessHeld, Math.max(0, atMs - nowMs))
    return () => clearTimeout(timer)
  }, [latest, question, isSorting, isFilling, shown, heldUntilMs])

  useEffect(() => {
    if (!isOutdated) return
    const timer = setTimeout(() => setBehind(shown), behindMs)
    return () => clearTimeout(timer)
  }, [shown, isOutdated])

  const view = isDue ? latest : shown.view
  return {
    view,
    /** True while the rows wait, and are fewer or more than match now. */
    isBehind: behind === shown && view.matches !== latest.matches,
    /** Shows the latest rows, although they move. */
    showLatest: () => {
      held.current = 0
      setHeldUntilMs(0)
      setShown({ view: latest, question, isSorting })
    },
    hold: (by: keyof typeof holdsMs) => {
      if (by === 'pointer') isPointed.current = true
      const untilMs = performance.now() + holdsMs[by]
      // Not on each move of the pointer: every change renders the list.
      if (untilMs - held.current <= settleMs) return
      held.current = untilMs
      setHeldUntilMs(untilMs)
    },
    release: () => {
      isPointed.current = false
      held.current = 0
      setHeldUntilMs(0)
    },
  }
}
