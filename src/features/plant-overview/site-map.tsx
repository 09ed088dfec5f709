import { CatchBoundary } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { codePart } from '@/lib/code-part'
import { MissingLine } from '@/ui/missing-line'
import { OnDemand } from '@/ui/on-demand'

const drawingPart = codePart(() => import('./site-map-drawing'))

interface SiteMapProps {
  /** WGS 84 degrees. */
  latitude: number
  longitude: number
}

/** Map that loads when it comes into view: the country outlines weigh more than the rest of the page. */
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
    <div
      ref={frame}
      // A translator would insert HTML into the SVG.
      translate="no"
      // Printing can't wait for a map that has not been loaded yet.
      data-print={isSeen ? undefined : 'hide'}
      className="h-48 overflow-hidden border-b border-line bg-info-soft"
    >
      {isSeen ? (
        <CatchBoundary getResetKey={() => `${latitude} ${longitude}`} errorComponent={MapMissing}>
          <OnDemand
            part={drawingPart}
            fallback={null}
            renderMissing={(missing) => (
              <div className="flex h-full items-center justify-center px-4">
                <MissingLine missing={missing}>
                  Couldn’t load the map. The position is shown below.
                </MissingLine>
              </div>
            )}
          >
            {({ SiteMapDrawing }) => <SiteMapDrawing latitude={latitude} longitude={longitude} />}
          </OnDemand>
        </CatchBoundary>
      ) : null}
    </div>
  )
}

function MapMissing() {
  return (
    <p className="flex h-full items-center justify-center px-4 text-muted">
      Couldn’t draw the map. The position is shown below.
    </p>
  )
}
