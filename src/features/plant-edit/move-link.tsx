import { usePerson } from '@/api/session/session-context'
import { whyForbidden } from '@/domain/actions/permission'
import { plantActionLabels } from '@/domain/actions/plant-actions'
import { Button } from '@/ui/button'

interface MoveLinkProps {
  isDirty: boolean
  onMove: () => void
}

/** Only for those who may move plants: for everybody else it is none of what editing means. */
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
