import { Link } from '@tanstack/react-router'
import { UserLock } from 'lucide-react'
import { useEffect } from 'react'
import type { OnPlanSearch } from './plan-search'
import { actionKinds } from '@/domain/runs/run-words'
import { keysOf } from '@/lib/keyed-record'
import { useWhyNotRun } from '@/plant-ui/use-why-not-run'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Button } from '@/ui/button'
import { buttonClass } from '@/ui/button-class'
import { EmptyState } from '@/ui/empty-state'
import { focusMainIfLost } from '@/ui/main-content'
import { pageClass } from '@/ui/page-class'

interface PlanForbiddenProps {
  reason: string
  onSearchChange: OnPlanSearch
}

/** Shown instead of the form to users whose role can’t run the action; it offers one that the role can. */
export function PlanForbidden({ reason, onSearchChange }: PlanForbiddenProps) {
  const whyNotRun = useWhyNotRun()
  // The form replaces the button that was pressed.
  useEffect(() => () => void focusMainIfLost(), [])
  const allowed = keysOf(actionKinds).find((kind) => whyNotRun(kind) === undefined)
  return (
    <div className={pageClass}>
      <title>New run · Plantdeck</title>
      <Breadcrumb above={<Link to="/commands">Commands</Link>} current="New run" />
      <h1 className="text-xl font-semibold">New run</h1>
      <EmptyState
        icon={UserLock}
        title={reason}
        action={
          allowed === undefined ? (
            <Link to="/commands" className={buttonClass()}>
              Go to Commands
            </Link>
          ) : (
            <Button onClick={() => onSearchChange({ kind: allowed }, true)}>
              {insteadWords[allowed]}
            </Button>
          )
        }
      >
        Ask one of them to plan the run. You can open the file of a plan on the Commands page and
        read it there.
      </EmptyState>
    </div>
  )
}

const insteadWords: Record<keyof typeof actionKinds, string> = {
  command: 'Send a command instead',
  suspend: 'Suspend plants instead',
  reactivate: 'Reactivate plants instead',
}
