import { useState } from 'react'
import { usePerson } from '@/api/session-context'
import { whyForbidden } from '@/domain/permission'
import { Button } from '@/ui/button'

interface EditPlantFooterProps {
  formId: string
  isDirty: boolean
  isSending: boolean
  /** What can be done about somebody else's changes. */
  conflict: { onBack: () => void; onTheirs: () => void; onMine: () => unknown } | undefined
  onClose: () => void
}

export function EditPlantFooter(props: EditPlantFooterProps) {
  const { formId, isDirty, isSending, conflict, onClose } = props
  const [isLeaving, setIsLeaving] = useState(false)
  const person = usePerson()
  const pendingReason = isSending ? 'The plant is being saved.' : null
  if (conflict) {
    return (
      <>
        <Button disabledReason={pendingReason} onClick={conflict.onBack}>
          Back to the form
        </Button>
        <Button disabledReason={pendingReason} onClick={conflict.onTheirs}>
          Take theirs
        </Button>
        <Button variant="primary" isPending={isSending} onClick={conflict.onMine}>
          Save mine
        </Button>
      </>
    )
  }
  if (isLeaving && isDirty) {
    return (
      <>
        <p role="alert" className="mr-auto self-center font-medium max-md:order-last max-md:mr-0">
          Discard changes?
        </p>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that asked is gone */}
        <Button autoFocus onClick={() => setIsLeaving(false)}>
          Keep editing
        </Button>
        <Button variant="danger" onClick={onClose}>
          Discard
        </Button>
      </>
    )
  }
  return (
    <>
      <Button
        disabledReason={pendingReason}
        onClick={() => (isDirty ? setIsLeaving(true) : onClose())}
      >
        Cancel
      </Button>
      <Button
        type="submit"
        form={formId}
        variant="primary"
        isPending={isSending}
        disabledReason={person && whyForbidden(person, 'edit')}
      >
        Save
      </Button>
    </>
  )
}
