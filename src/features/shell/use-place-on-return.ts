import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { mainContentId } from '@/ui/main-content'

/** Time in which a page that a user returned to may still grow, ms. */
const growingMs = 3_000

/** A user who does one of these goes on from where the page is. */
const takeovers = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Keeps the place to which Back led, and that of a plant whose neighbour is opened. The router scrolls there at most once, when
 * the page is still short: it ends up higher, or what arrives above pushes it on.
 */
export function usePlaceOnReturn(): void {
  const router = useRouter()
  useEffect(() => {
    const places = new Map<string, number>()
    let action: string | undefined
    let leftPx = 0
    let release = () => {}
    const stops = [
      router.history.subscribe(({ action: { type } }) => {
        action = type
      }),
      router.subscribe('onBeforeLoad', ({ fromLocation }) => {
        release()
        const main = document.getElementById(mainContentId)
        if (!main) return
        leftPx = main.scrollTop
        const key = fromLocation?.state.__TSR_key
        if (key !== undefined) places.set(key, leftPx)
      }),
      router.subscribe('onRendered', ({ toLocation: { state } }) => {
        const isReturn = action === 'BACK' || action === 'FORWARD' || action === 'GO'
        const isKept = action === 'REPLACE' && state.keepsPlace === true
        const returnPx = isReturn ? places.get(state.__TSR_key ?? '') : undefined
        const topPx = isKept ? leftPx : returnPx
        const main = document.getElementById(mainContentId)
        action = undefined
        if (topPx !== undefined && topPx > 0 && main) release = holdAt(main, topPx)
      }),
    ]
    return () => {
      release()
      for (const stop of stops) stop()
    }
  }, [router])
}

/** Scrolls an element there again whenever its content grows. Returns a function that ends it. */
function holdAt(main: HTMLElement, topPx: number): () => void {
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
  for (const type of takeovers) {
    const options = { capture: true, passive: true, signal: held.signal }
    addEventListener(type, () => held.abort(), options)
  }
  frame()
  return () => held.abort()
}
