import type { ReactNode } from 'react'
import { countOf } from '@/lib/format-count'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'

interface FacetsDialogProps {
  /** Number of plants that match. */
  matches: number
  onClose: () => void
  children: ReactNode
}

/** The facets in a dialog, for screens without room beside the table. */
export function FacetsDialog({ matches, onClose, children }: FacetsDialogProps) {
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Filters"
      isAtTop
      footer={
        <Button variant="primary" onClick={onClose}>
          Show {countOf(matches, 'plant')}
        </Button>
      }
    >
      {children}
    </Dialog>
  )
}
