import { Button } from '@/ui/button'
import { DiscardQuestion } from '@/ui/discard-question'
import type { Leaving } from '@/ui/use-leave-guard'

interface PlanFooterProps {
  leaving: Leaving | undefined
  /** The reason why there is no plan to create. */
  obstacle: string | undefined
}

/** The button that creates the plan, or the question whether to leave; always on screen. */
export function PlanFooter({ leaving, obstacle }: PlanFooterProps) {
  return (
    <div className="sticky bottom-0 short:static z-10 -mx-4 -mb-4 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-t border-line bg-surface px-4 py-3 max-md:flex-col-reverse max-md:items-stretch">
      {leaving ? (
        <DiscardQuestion onStay={leaving.stay} onLeave={leaving.leave} />
      ) : (
        <>
          <p className="mr-auto text-sm text-muted">
            {obstacle ?? 'Nothing is sent yet. You review the plan before you start the run.'}
          </p>
          <Button type="submit" variant="primary" disabledReason={obstacle ?? null}>
            Create plan
          </Button>
        </>
      )}
    </div>
  )
}
