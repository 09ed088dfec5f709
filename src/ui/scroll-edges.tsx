import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

export function ScrollEdges({ children }: { children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const scroller = frame.current?.firstElementChild
    return frame.current && scroller ? watchEdges(frame.current, scroller) : undefined
  }, [])
  return (
    <div ref={frame} className="scroll-edges">
      {children}
      <div aria-hidden data-edge="start" data-print="hide">
        <ChevronLeft className="size-4" />
      </div>
      <div aria-hidden data-edge="end" data-print="hide">
        <ChevronRight className="size-4" />
      </div>
    </div>
  )
}

/** Sets attributes instead of React state: scrolling a thousand rows must not rerender any of them. */
function watchEdges(frame: HTMLElement, scroller: Element): () => void {
  let shownLeft = Number.NaN
  const measure = () => {
    const { scrollLeft, scrollWidth, clientWidth } = scroller
    shownLeft = scrollLeft
    // In right-to-left text, scrollLeft is negative.
    const before = Math.abs(scrollLeft)
    frame.toggleAttribute('data-more-start', before > 1)
    frame.toggleAttribute('data-more-end', scrollWidth - clientWidth - before > 1)
    const scrollbar = scroller.getBoundingClientRect().width - clientWidth
    frame.style.setProperty('--scrollbar', `${Math.round(scrollbar)}px`)
  }
  const onScroll = ({ target }: Event) => {
    if (target === scroller && scroller.scrollLeft !== shownLeft) measure()
  }
  const sizes = new ResizeObserver(measure)
  sizes.observe(scroller)
  for (const content of scroller.children) sizes.observe(content)
  // Before anyone else hears of it: once the rows have changed, reading a position lays them all out.
  addEventListener('scroll', onScroll, { capture: true, passive: true })
  return () => {
    sizes.disconnect()
    removeEventListener('scroll', onScroll, { capture: true })
  }
}
