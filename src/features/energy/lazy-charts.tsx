import { CatchBoundary } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { codePart } from '@/lib/code-part'
import { MissingLine } from '@/ui/missing-line'
import { OnDemand } from '@/ui/on-demand'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

const chartsPart = codePart(() => import('./energy-charts'))
type Charts = Awaited<ReturnType<typeof chartsPart.load>>

interface ChartFrameProps {
  heightClass: string
  children: (charts: Charts) => ReactNode
}

/** Loads a chart on demand. Not translated: a translator would insert HTML into the SVG. */
export function ChartFrame({ heightClass, children }: ChartFrameProps) {
  return (
    <CatchBoundary getResetKey={() => ''} errorComponent={BrokenChart}>
      <OnDemand
        part={chartsPart}
        fallback={
          <SkeletonGroup label="Loading the chart">
            <Skeleton className={`w-full ${heightClass}`} />
          </SkeletonGroup>
        }
        renderMissing={(missing) => (
          <MissingLine missing={missing}>
            Couldn’t load this chart. The numbers on this page are correct.
          </MissingLine>
        )}
      >
        {(charts) => <div translate="no">{children(charts)}</div>}
      </OnDemand>
    </CatchBoundary>
  )
}

function BrokenChart() {
  return (
    <p className="py-3 text-muted">
      Couldn’t draw this chart. The numbers on this page are correct.
    </p>
  )
}
