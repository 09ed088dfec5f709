import { CatchBoundary } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { MissingLine } from './missing-line'
import { OnDemand } from './on-demand'
import { Skeleton, SkeletonGroup } from './skeleton'
import type { CodePart } from '@/lib/code-part'

interface ChartFrameProps<Charts> {
  heightClass: string
  children: (charts: Charts) => ReactNode
}

/**
 * Creates a component that loads a chart on demand; `otherwise` says where the figures are when that fails. The chart is
 * not translated: a translator would insert HTML into the SVG.
 */
export function chartFrame<Charts>(part: CodePart<Charts>, otherwise: string) {
  function BrokenChart() {
    return <p className="py-3 text-muted">Couldn’t draw this chart. {otherwise}</p>
  }
  return function ChartFrame({ heightClass, children }: ChartFrameProps<Charts>) {
    return (
      <CatchBoundary getResetKey={() => ''} errorComponent={BrokenChart}>
        <OnDemand
          part={part}
          fallback={
            <SkeletonGroup label="Loading the chart">
              <Skeleton className={`w-full ${heightClass}`} />
            </SkeletonGroup>
          }
          renderMissing={(missing) => (
            <MissingLine missing={missing}>Couldn’t load this chart. {otherwise}</MissingLine>
          )}
        >
          {(charts) => <div translate="no">{children(charts)}</div>}
        </OnDemand>
      </CatchBoundary>
    )
  }
}
