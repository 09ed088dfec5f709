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
  /** The page is about to be left, by Back or a link. */
  leaving: { stay: () => void; leave: () => void } | undefined
  onClose: () => void
}

/** Keys keep the focus, and with it a held Enter, from passing from one meaning of a button to the next. */
export function EditPlantFooter(props: EditPlantFooterProps) {
  const { formId, isDirty, isSending, conflict, leaving, onClose } = props
  const [isLeaving, setIsLeaving] = useState(false)
  const person = usePerson()
  const pendingReason = isSending ? 'The plant is being saved.' : null
  if (conflict && !leaving) {
    return (
      <>
        <Button key="back" disabledReason={pendingReason} onClick={conflict.onBack}>
          Back to the form
        </Button>
        <Button key="theirs" disabledReason={pendingReason} onClick={conflict.onTheirs}>
          Take theirs
        </Button>
        <Button key="mine" variant="primary" isPending={isSending} onClick={conflict.onMine}>
          Save mine
        </Button>
      </>
    )
  }
  if (leaving ?? (isLeaving && isDirty)) {
    return (
      <>
        <p role="alert" className="mr-auto self-center font-medium max-md:order-last max-md:mr-0">
          Discard changes?
        </p>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that asked is gone */}
        <Button key="stay" autoFocus onClick={leaving?.stay ?? (() => setIsLeaving(false))}>
          Keep editing
        </Button>
        <Button key="leave" variant="danger" onClick={leaving?.leave ?? onClose}>
          Discard
        </Button>
      </>
    )
  }
  return (
    <>
      <Button
        key="cancel"
        disabledReason={pendingReason}
        onClick={() => (isDirty ? setIsLeaving(true) : onClose())}
      >
        Cancel
      </Button>
      <Button
        key="save"
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
