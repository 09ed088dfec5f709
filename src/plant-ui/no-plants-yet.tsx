import { Factory } from 'lucide-react'
import type { ReactNode } from 'react'
import { EmptyState } from '@/ui/empty-state'

interface NoPlantsYetProps {
  /** The reason why this user may not create plants. */
  createRefusal: string | undefined
  /** For a page without a button “New plant”. */
  action?: ReactNode
}

/** Shown to an organization without plants. */
export function NoPlantsYet({ createRefusal, action }: NoPlantsYetProps) {
  return (
    <EmptyState icon={Factory} title="There are no plants yet" action={action}>
      {createRefusal ?? 'Create the first one with “New plant”, then provision it.'}
    </EmptyState>
  )
}
