import { Factory } from 'lucide-react'
import { EmptyState } from '@/ui/empty-state'

interface NoPlantsYetProps {
  /** The reason why this user may not create plants. */
  createRefusal: string | undefined
}

/** Shown to an organization without plants. */
export function NoPlantsYet({ createRefusal }: NoPlantsYetProps) {
  return (
    <EmptyState icon={Factory} title="There are no plants yet">
      {createRefusal ?? 'Create the first one with “New plant”, then provision it.'}
    </EmptyState>
  )
}
