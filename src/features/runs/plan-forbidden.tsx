import { Link } from '@tanstack/react-router'
import { UserLock } from 'lucide-react'
import { Breadcrumb } from '@/ui/breadcrumb'
import { buttonClass } from '@/ui/button-class'
import { EmptyState } from '@/ui/empty-state'
import { pageClass } from '@/ui/page-class'

/** Shown instead of the form to users whose role can’t send any run. */
export function PlanForbidden({ reason }: { reason: string }) {
  return (
    <div className={pageClass}>
      <title>New run · Plantdeck</title>
      <Breadcrumb above={<Link to="/commands">Commands</Link>} current="New run" />
      <h1 className="text-xl font-semibold">New run</h1>
      <EmptyState
        icon={UserLock}
        title={reason}
        action={
          <Link to="/commands" className={buttonClass()}>
            Go to Commands
          </Link>
        }
      >
        Ask one of them to plan the run. You can open the file of a plan on the Commands page and
        read it there.
      </EmptyState>
    </div>
  )
}
