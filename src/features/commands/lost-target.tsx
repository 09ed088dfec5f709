import { Button } from '@/ui/button'
import { Finding } from '@/ui/finding'
import { UntrustedText } from '@/ui/untrusted-text'

interface LostTargetProps {
  target: string
  /** True when it isn't an ID either, so that nothing can be sent with it. */
  hasError: boolean
  onRemove: () => void
}

/** Says that a stored target can't be sent: without it, the command goes to the whole plant. */
export function LostTarget({ target, hasError, onRemove }: LostTargetProps) {
  return (
    <div role="status" className="flex flex-wrap items-center gap-2">
      <Finding tone="warn">
        This command was written for the target <UntrustedText isCut>{target}</UntrustedText>, but
        this dashboard isn’t configured to send targets. It would go to the whole plant.
        {hasError ? ' Remove the target to continue.' : null}
      </Finding>
      <Button size="sm" onClick={onRemove}>
        Remove target
      </Button>
    </div>
  )
}
