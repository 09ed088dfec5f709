import { Link } from '@tanstack/react-router'
import { MapPinOff } from 'lucide-react'
import { use } from 'react'
import { BreadcrumbSlot } from '@/ui/breadcrumb'
import { buttonClass } from '@/ui/button-class'
import { EmptyState } from '@/ui/empty-state'

export function RouteNotFound() {
  // The shell already has a main element.
  const Frame = use(BreadcrumbSlot) ? 'div' : 'main'
  return (
    <Frame>
      <title>Not found · Plantdeck</title>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        icon={MapPinOff}
        title="Page not found"
        action={
          <Link to="/plants" className={buttonClass()}>
            Go to Plants
          </Link>
        }
      >
        Check the address, or go to the list of plants.
      </EmptyState>
    </Frame>
  )
}
