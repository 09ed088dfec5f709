import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { mainContentId } from '@/ui/main-content'

/** Time in which a page that a user returned to may still grow, ms. */
const growingMs = 3_000

/** A user who does one of these goes on from where the page is. */
const takeovers = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const

/**
 * Keeps the place to which Back led. The router scrolls there once, when the page is still short: it ends up higher, or
 * what arrives above pushes it on.
 */
export function usePlaceOnReturn(): void {
  const router = useRouter()
  useEffect(() => {
    const places = new Map<string, number>()
    let isReturn = false
    let release = () => {}
    const stops = [
      router.history.subscribe(({ action: { type } }) => {
        isReturn = type === 'BACK' || type === 'FORWARD' || type === 'GO'
      }),
      router.subscribe('onBeforeLoad', ({ fromLocation }) => {
        release()
        const key = fromLocation?.state.__TSR_key
        const main = document.getElementById(mainContentId)
        if (key !== undefined && main) places.set(key, main.scrollTop)
      }),
      router.subscribe('onRendered', ({ toLocation }) => {
        const topPx = places.get(toLocation.state.__TSR_key ?? '')
        const main = document.getElementById(mainContentId)
        if (isReturn && topPx !== undefined && topPx > 0 && main) release = holdAt(main, topPx)
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
