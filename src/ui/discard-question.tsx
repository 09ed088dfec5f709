import { Button } from './button'

interface DiscardQuestionProps {
  onStay: () => void
  onLeave: () => void
}

/** Takes the place of a form's buttons. Keys keep the focus, and with it a held Enter, from passing to them. */
export function DiscardQuestion({ onStay, onLeave }: DiscardQuestionProps) {
  return (
    <>
      <p role="alert" className="mr-auto self-center font-medium max-md:order-last max-md:mr-0">
        Discard changes?
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that asked is gone */}
      <Button key="stay" autoFocus onClick={onStay}>
        Keep editing
      </Button>
      <Button key="leave" variant="danger" onClick={onLeave}>
        Discard
      </Button>
    </>
  )
}
