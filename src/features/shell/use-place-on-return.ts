import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { mainContentId } from '@/ui/main-content'

/** Time in which a page that a user returned to may still grow, ms. */
const growingMs = 3_000

/** Keys that scroll, or move the focus, which scrolls. J and K lead to the next page at the same place. */
const scrollingKeys = /^(?:Arrow(?:Up|Down)|Page(?:Up|Down)|Home|End|Tab| )$/

/** A place that is being kept. */
interface Hold {
  topPx: number
  isOver: () => boolean
  end: () => void
}

/**
 * Keeps the place to which Back led, and that of a plant whose neighbour is opened. The router scrolls there at most once, when
 * the page is still short: it ends up higher, or what arrives above pushes it on.
 */
export function usePlaceOnReturn(): void {
  const router = useRouter()
  useEffect(() => {
    const places = new Map<string, number>()
    let action: string | undefined
    let left = { key: '', topPx: 0, isLeft: false }
    let hold: Hold | undefined
    const stops = [
      router.history.subscribe(({ action: { type } }) => {
        action = type
      }),
      router.subscribe('onBeforeLoad', ({ fromLocation }) => {
        // The page may still be too short for the place that it had.
        const heldPx = hold?.isOver() === false ? hold.topPx : undefined
        hold?.end()
        const main = document.getElementById(mainContentId)
        const key = fromLocation?.state.__TSR_key ?? ''
        // What is on screen while one page follows another has a place of its own.
        if (!main || (left.isLeft && left.key === key)) return
        left = { key, topPx: heldPx ?? main.scrollTop, isLeft: true }
        places.set(key, left.topPx)
      }),
      router.subscribe('onResolved', () => {
        left.isLeft = false
      }),
      router.subscribe('onRendered', ({ toLocation: { state } }) => {
        const isReturn = action === 'BACK' || action === 'FORWARD' || action === 'GO'
        const isKept = action === 'REPLACE' && state.keepsPlace === true
        const returnPx = isReturn ? places.get(state.__TSR_key ?? '') : undefined
        const topPx = isKept ? left.topPx : returnPx
        const main = document.getElementById(mainContentId)
        action = undefined
        if (topPx !== undefined && topPx > 0 && main) hold = holdAt(main, topPx)
      }),
    ]
    return () => {
      hold?.end()
      for (const stop of stops) stop()
    }
  }, [router])
}

/** Scrolls an element there again whenever its content grows. The user ends it. */
function holdAt(main: HTMLElement, topPx: number): Hold {
  const held = new AbortController()
  const endMs = performance.now() + growingMs
  let last = { topPx: main.scrollTop, heightPx: main.scrollHeight }
  const frame = () => {
    const isScrolled = main.scrollTop !== last.topPx && main.scrollHeight === last.heightPx
    // The page itself may lead elsewhere, as to the plant that was opened last.
    if (isScrolled || held.signal.aborted || performance.now() > endMs) return held.abort()
    if (main.scrollTop !== topPx) main.scrollTop = topPx
    last = { topPx: main.scrollTop, heightPx: main.scrollHeight }
    requestAnimationFrame(frame)
  }
  const options = { capture: true, passive: true, signal: held.signal }
  const end = () => held.abort()
  for (const type of ['wheel', 'touchstart']) addEventListener(type, end, options)
  // The scrollbar belongs to the element itself.
  main.addEventListener('pointerdown', ({ target }) => target === main && end(), options)
  addEventListener('keydown', ({ key }) => scrollingKeys.test(key) && end(), options)
  frame()
  return { topPx, isOver: () => held.signal.aborted, end }
}
