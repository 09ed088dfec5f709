import { useEffect, useRef } from 'react'
import type { FleetStartProps } from '@/fleet/list-code'
import { useFleet } from '@/fleet/use-fleet'
import { onPersonChange } from '@/lib/person-change'
import { isDialogOpen } from '@/ui/single-key'

/** The page isn't replaced for this long after its last use, or with the pointer on one of its rows. */
const quietMs = 1_000
const quietOnRowMs = 10_000

let isReady = false
onPersonChange(() => {
  isReady = false
})

/** Returns true when the fleet's list was shown before. */
export const isFleetReady = () => isReady

/** Starts reading the fleet, and waits until the page can be replaced without interrupting the user. */
export function FleetStart({ pageRef, isUrgent, onReady }: FleetStartProps) {
  const { plants, total, error } = useFleet()
  const hasRows = total !== undefined && (plants > 0 || total === 0) && error === null
  const pointedAtMs = useRef(-Infinity)
  useEffect(() => {
    // A pointer that was there before the rows aims at none of them.
    const onMove = () => {
      pointedAtMs.current = performance.now()
    }
    document.addEventListener('pointermove', onMove, { capture: true, passive: true })
    return () => document.removeEventListener('pointermove', onMove, { capture: true })
  }, [])
  useEffect(() => {
    if (!hasRows) return undefined
    const start = () => {
      isReady = true
      onReady()
    }
    const isPointed = () =>
      performance.now() - pointedAtMs.current < quietOnRowMs && isOnRow(pageRef.current)
    if (!isUrgent) return whenQuiet(() => isPointed() || isInUse(pageRef.current), start)
    start()
    return undefined
  }, [hasRows, isUrgent, pageRef, onReady])
  return null
}

const uses = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'scroll', 'touchstart', 'focusout']

/** Calls back once the page has not been used for a moment, and isn't in use. */
function whenQuiet(isBusy: () => boolean, run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tryAfter = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (isBusy()) tryAfter(quietMs)
      else run()
    }, ms)
  }
  const onUse = () => tryAfter(quietMs)
  for (const use of uses) {
    document.addEventListener(use, onUse, { capture: true, passive: true })
  }
  tryAfter(0)
  return () => {
    clearTimeout(timer)
    for (const use of uses) document.removeEventListener(use, onUse, { capture: true })
  }
}

function isOnRow(page: HTMLElement | null): boolean {
  return Boolean(page?.querySelector('tbody tr:hover'))
}

/** Returns true for a page that has the focus, is covered, or isn't scrolled to its top. */
function isInUse(page: HTMLElement | null): boolean {
  if (!page) return false
  if (page.contains(document.activeElement)) return true
  if (isDialogOpen() || document.querySelector('[role=menu]')) return true
  const scrollers = [page.parentElement, ...page.querySelectorAll('section')]
  return scrollers.some((scroller) => scroller !== null && scroller.scrollTop > 0)
}
