import { usePerson } from '@/api/session/session-context'
import { whyForbidden } from '@/domain/actions/permission'
import { plantActionLabels } from '@/domain/actions/plant-actions'
import { Button } from '@/ui/button'

interface MoveLinkProps {
  isDirty: boolean
  onMove: () => void
}

/** Link to the move dialog, shown only to users who may move plants. */
export function MoveLink({ isDirty, onMove }: MoveLinkProps) {
  const person = usePerson()
  if (!person || whyForbidden(person, 'move') !== undefined) return null
  return (
    <div className="border-t border-line pt-4">
      <Button
        disabledReason={isDirty ? 'Save or discard what you have changed first.' : null}
        onClick={onMove}
      >
        {plantActionLabels.move}…
      </Button>
    </div>
  )
}
