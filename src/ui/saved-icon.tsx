import { Check, Download } from 'lucide-react'

/** Icon of a button that saves one file or secret: a tick once it is saved or copied. The footer says it in words. */
export function SavedIcon({ isTaken }: { isTaken: boolean }) {
  return isTaken ? (
    <Check aria-hidden className="size-4 text-ok" />
  ) : (
    <Download aria-hidden className="size-4" />
  )
}
