import { type RefObject, useEffect, useRef } from 'react'
import type { FleetView } from '@/fleet/fleet-view'
import { latestPlantId, rememberPlant } from '@/fleet/opened-from'
import { isFocusOnNothing } from '@/ui/main-content'

interface ListStart {
  question: string
  view: FleetView
  show: (place: number, align: 'center') => void
  toTop: () => void
  regionRef: RefObject<HTMLElement | null>
}

/** Scrolls a different list to its top, and the same list to the plant that was viewed last. */
export function useListStart({ question, view, show, toTop, regionRef }: ListStart): void {
  const shown = useRef<string>(undefined)
  useEffect(() => {
    if (shown.current === question) return undefined
    const isFirst = shown.current === undefined
    shown.current = question
    if (!isFirst) {
      rememberPlant(undefined)
      toTop()
      return undefined
    }
    const id = latestPlantId()
    const place = id === undefined ? -1 : view.placeOf(id)
    if (place < 0) return undefined
    // Back from the plant's page, where its link had the focus: the keys go on from its row.
    if (isFocusOnNothing()) {
      regionRef.current?.focus({ preventScroll: true })
    }
    if (place === 0) return undefined
    show(place, 'center')
    // The router restores the scroll position, which may be older than the latest key press.
    const frame = requestAnimationFrame(() => show(place, 'center'))
    return () => cancelAnimationFrame(frame)
  }, [question, view, show, toTop, regionRef])
}
