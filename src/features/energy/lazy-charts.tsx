import { CatchBoundary } from '@tanstack/react-router'
import { Suspense, lazy } from 'react'
import type { ReactNode } from 'react'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

const load = () => import('./energy-charts')

export const DayBars = lazy(async () => ({ default: (await load()).DayBars }))
export const DaySankey = lazy(async () => ({ default: (await load()).DaySankey }))
export const DayCurve = lazy(async () => ({ default: (await load()).DayCurve }))

interface ChartFrameProps {
  /** Classes of the height that the chart will take. */
  heightClass: string
  children: ReactNode
}

/** A picture that is late or lost takes no number with it. */
export function ChartFrame({ heightClass, children }: ChartFrameProps) {
  return (
    <CatchBoundary getResetKey={() => ''} errorComponent={LostChart}>
      <Suspense
        fallback={
          <SkeletonGroup label="Loading the chart">
            <Skeleton className={`w-full ${heightClass}`} />
          </SkeletonGroup>
        }
      >
        {children}
      </Suspense>
    </CatchBoundary>
  )
}

function LostChart() {
  return (
    <p className="py-3 text-muted">
      This chart could not be loaded; the numbers on this page hold without it. Reload the page to
      try again.
    </p>
  )
}
