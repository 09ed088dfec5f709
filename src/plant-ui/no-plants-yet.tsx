import { Link } from '@tanstack/react-router'
import { Factory } from 'lucide-react'
import { buttonClass } from '@/ui/button-class'
import { EmptyState } from '@/ui/empty-state'

interface NoPlantsYetProps {
  /** The reason why this user may not create plants. */
  createRefusal: string | undefined
  /** For a page without a button “New plant”. */
  hasLink?: boolean
}

/** Shown to an organization without plants. */
export function NoPlantsYet({ createRefusal, hasLink = false }: NoPlantsYetProps) {
  return (
    <EmptyState
      icon={Factory}
      title="There are no plants yet"
      action={
        hasLink && createRefusal === undefined ? (
          <Link
            to="/plants"
            search={{ create: true }}
            className={buttonClass({ variant: 'primary' })}
          >
            New plant
          </Link>
        ) : undefined
      }
    >
      {createRefusal ?? 'Create the first one with “New plant”, then provision it.'}
    </EmptyState>
  )
}
