import { FilterX } from 'lucide-react'
import { NoPlantsYet } from '@/plant-ui/no-plants-yet'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'

interface NoMatchesProps {
  isFiltered: boolean
  /** The reason why this user may not create plants. */
  refusal: string | undefined
  onClear: () => void
}

/** Shown in place of an empty table. */
export function NoMatches({ isFiltered, refusal, onClear }: NoMatchesProps) {
  if (!isFiltered) return <NoPlantsYet createRefusal={refusal} />
  return (
    <EmptyState
      icon={FilterX}
      title="No plant matches"
      action={<Button onClick={onClear}>Show all plants</Button>}
    >
      Remove a condition, or check the spelling.
    </EmptyState>
  )
}
