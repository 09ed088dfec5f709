import type { ReactNode } from 'react'
import { describeError } from '@/api/error-messages'
import { type DetailCoverage, missingDetails, ofPlants } from '@/domain/fleet/detail-coverage'
import type { FleetDetails } from '@/fleet/use-fleet-details'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { RelativeTime } from '@/ui/relative-time'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

interface DetailsFrameProps {
  details: FleetDetails
  coverage: DetailCoverage
  /** Names what is read, as "Alerts". */
  noun: string
  /** Plants of which it is known. */
  known: number
  oldestReadAtMs: number | undefined
  children: ReactNode
}

/** The plants that a panel rests on, and its figures; before the first plant is read, a skeleton or the failure. */
export function DetailsFrame(props: DetailsFrameProps) {
  const { details, coverage, noun, known, oldestReadAtMs, children } = props
  const { fleet, trouble, retry } = details
  if (fleet.total === 0 && fleet.plants === 0) {
    return <p className="px-4 py-3 text-muted">There are no plants yet.</p>
  }
  if (coverage.read === 0 && trouble !== undefined) {
    return (
      <div className="p-3">
        <QueryErrorPanel error={trouble} title="Couldn’t read any plant" onRetry={retry} />
      </div>
    )
  }
  if (fleet.plants === 0 && fleet.error) {
    return (
      <div className="p-3">
        <QueryErrorPanel
          error={fleet.error}
          title="Couldn’t load the list of plants"
          onRetry={fleet.refresh}
        />
      </div>
    )
  }
  if (coverage.tried === 0) return <Loading noun={noun} />
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <div>
        <p className="font-medium tabular-nums">
          {noun} known for {ofPlants(known, coverage.total)}
          {oldestReadAtMs === undefined ? null : (
            <>
              , oldest reading <RelativeTime value={oldestReadAtMs} />
            </>
          )}
        </p>
        <p className="text-sm text-muted tabular-nums empty:hidden">{missingDetails(coverage)}</p>
      </div>
      <Failures details={details} failed={coverage.failed} />
      {children}
    </div>
  )
}

function Loading({ noun }: { noun: string }) {
  return (
    <SkeletonGroup label={`Loading: ${noun.toLowerCase()} of the fleet`}>
      <div className="flex flex-col gap-3 px-4 py-3">
        <Skeleton className="h-5 w-72 max-w-full" />
        <Skeleton className="h-16 w-full" />
        <Skeleton className="h-16 w-full" />
      </div>
    </SkeletonGroup>
  )
}

interface FailuresProps {
  details: FleetDetails
  failed: number
}

/** The reason why figures are older or fewer than they should be. */
function Failures({ details: { fleet, trouble, retry }, failed }: FailuresProps) {
  const why = whyPaused(trouble, fleet.error, failed)
  return (
    <div role="status" className="empty:hidden">
      {why === undefined ? null : (
        <Notice
          tone="warn"
          actions={
            <Button
              size="sm"
              onClick={() => {
                retry()
                if (fleet.error) fleet.refresh()
              }}
            >
              Try again
            </Button>
          }
        >
          <p>{why}</p>
        </Notice>
      )}
    </div>
  )
}

function whyPaused(trouble: unknown, listError: Error | null, failed: number): string | undefined {
  if (trouble !== undefined) {
    return `Reading is paused for a minute: ${describeError(trouble).title}.`
  }
  if (listError) {
    return `Couldn’t load the list of plants: ${describeError(listError).title}. Plants may be missing.`
  }
  return failed > 0 ? 'What couldn’t be read is tried again every five minutes.' : undefined
}
