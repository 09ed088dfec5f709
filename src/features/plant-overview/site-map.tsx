import { CatchBoundary } from '@tanstack/react-router'
import { Suspense, lazy, useEffect, useRef, useState } from 'react'

const SiteMapDrawing = lazy(async () => ({
  default: (await import('./site-map-drawing')).SiteMapDrawing,
}))

interface SiteMapProps {
  /** WGS 84 degrees. */
  latitude: number
  longitude: number
}

/** The outlines weigh more than the rest of the page, so they are fetched when the map comes into view. */
export function SiteMap({ latitude, longitude }: SiteMapProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [isSeen, setIsSeen] = useState(false)
  useEffect(() => {
    if (!frame.current) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setIsSeen(true)
    })
    observer.observe(frame.current)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={frame} className="h-48 overflow-hidden border-b border-line bg-info-soft">
      {isSeen ? (
        <CatchBoundary getResetKey={() => `${latitude} ${longitude}`} errorComponent={MapMissing}>
          <Suspense fallback={null}>
            <SiteMapDrawing latitude={latitude} longitude={longitude} />
          </Suspense>
        </CatchBoundary>
      ) : null}
    </div>
  )
}

function MapMissing() {
  return (
    <p className="flex h-full items-center justify-center px-4 text-muted">
      The map could not be loaded. The position stands below.
    </p>
  )
}
