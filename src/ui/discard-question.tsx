import { Button } from './button'

interface DiscardQuestionProps {
  onStay: () => void
  onLeave: () => void
}

/** Replaces a form's buttons, with other keys: a focused button, or a held Enter, must not carry over. */
export function DiscardQuestion({ onStay, onLeave }: DiscardQuestionProps) {
  return (
    <>
      <p role="alert" className="mr-auto self-center font-medium max-md:order-last max-md:mr-0">
        Discard changes?
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the focused button is removed */}
      <Button key="stay" autoFocus onClick={onStay}>
        Keep editing
      </Button>
      <Button key="leave" variant="danger" onClick={onLeave}>
        Discard
      </Button>
    </>
  )
}
