import { FilterX } from 'lucide-react'
import { isPartRead } from '@/domain/fleet/completeness'
import type { useFleet } from '@/fleet/use-fleet'
import { countOf } from '@/lib/format-count'
import { NoPlantsYet } from '@/plant-ui/no-plants-yet'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'

interface NoMatchesProps {
  fleet: Pick<ReturnType<typeof useFleet>, 'plants' | 'completeness' | 'error' | 'isFromSnapshot'>
  isFiltered: boolean
  /** The reason why this user may not create plants. */
  refusal: string | undefined
  onClear: (byPointer: boolean) => void
}

/** Shown in place of an empty table. */
export function NoMatches({ fleet, isFiltered, refusal, onClear }: NoMatchesProps) {
  if (!isFiltered) return <NoPlantsYet createRefusal={refusal} />
  const { plants, error } = fleet
  const isPart = isPartRead(fleet)
  const partWords =
    error === null
      ? 'The rest of the list is still being read.'
      : 'The rest of the list couldn’t be read.'
  return (
    <EmptyState
      icon={FilterX}
      title={
        isPart ? `No match in the ${countOf(plants, 'plant')} read so far` : 'No plant matches'
      }
      action={<Button onClick={({ detail }) => onClear(detail > 0)}>Show all plants</Button>}
    >
      {isPart ? partWords : 'Remove a condition, or check the spelling.'}
    </EmptyState>
  )
}
