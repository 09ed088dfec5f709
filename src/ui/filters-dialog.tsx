import type { ReactNode } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'

interface FiltersDialogProps {
  /** Label of the button that leads back, such as "Show 12 plants". */
  doneLabel: string
  onClose: () => void
  children: ReactNode
}

/** The filters of a list in a dialog, for screens without room beside or above it. */
export function FiltersDialog({ doneLabel, onClose, children }: FiltersDialogProps) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Filters"
      isAtTop
      footer={
        <Button variant="primary" onClick={onClose}>
          {doneLabel}
        </Button>
      }
    >
      {children}
    </Dialog>
  )
}
