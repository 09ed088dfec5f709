import { FilterX, ShieldCheck } from 'lucide-react'
import { type Certificates, isListLoading } from './use-certificates'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

interface NoRowsProps {
  isFiltered: boolean
  certificates: Certificates
  onClear: () => void
}

/** The reason why no certificate is listed: nothing matches, nothing is at risk, or nothing is known yet. */
export function NoRows({ isFiltered, certificates, onClear }: NoRowsProps) {
  const { fleet, survey, stats, isCurrent } = certificates
  if (isFiltered && isCurrent) {
    return (
      <EmptyState
        icon={FilterX}
        title="No certificate matches"
        action={<Button onClick={onClear}>Show all certificates at risk</Button>}
      />
    )
  }
  if (stats.isPending || isListLoading(certificates)) {
    return (
      <SkeletonGroup label="Loading certificates">
        <Skeleton className="h-64 w-full" />
      </SkeletonGroup>
    )
  }
  // The error is shown above.
  if (!stats.data && survey.plantIds.size === 0 && fleet.total !== 0) return null
  // One pass may miss plants that moved meanwhile, so it is no reason for a shield.
  const isWhole = fleet.completeness.kind === 'complete' && survey.unreadable === 0
  return (
    <EmptyState
      icon={isWhole ? ShieldCheck : undefined}
      title={isWhole ? 'No certificate is at risk' : 'No certificates at risk found so far'}
    >
      {isWhole
        ? 'No certificate expires within the time you set.'
        : 'The list isn’t proven complete yet, or some expiries are unreadable.'}
    </EmptyState>
  )
}
