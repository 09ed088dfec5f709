import { X } from 'lucide-react'
import { useEffect } from 'react'
import { forgetCleared, setSelection, useCleared } from './selection-store'
import { countOf } from '@/lib/format-count'
import { Button } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'

/** Says that the selection was cleared, and restores it: a key clears what took many to select. */
export function ClearedSelection({ onLeave }: { onLeave: () => void }) {
  const cleared = useCleared()
  const count = cleared.ids.size
  useEffect(() => forgetCleared, [])
  return (
    <div
      // Always rendered, so that text inserted later is announced.
      role="status"
      data-print="hide"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-surface px-3 py-1.5 empty:hidden max-md:sticky max-md:bottom-0 max-md:z-20 max-md:shadow-md"
    >
      {count === 0 ? null : (
        <>
          <span className="tabular-nums">Selection of {countOf(count, 'plant')} cleared.</span>
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              setSelection(cleared)
              onLeave()
            }}
          >
            Undo
          </Button>
          <IconButton
            label="Dismiss"
            size="sm"
            className="ml-auto"
            onClick={() => {
              forgetCleared()
              onLeave()
            }}
          >
            <X aria-hidden className="size-4" />
          </IconButton>
        </>
      )}
    </div>
  )
}
