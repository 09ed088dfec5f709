import { countOf, formatCount } from '@/lib/format-count'
import { Button } from '@/ui/button'

interface ListBehindProps {
  /** Number of rows on screen, and of plants that match now. */
  rows: number
  matches: number
  onShow: () => void
  /** Called while the button is pointed at: the rows beneath it must not move before the click. */
  onPoint: () => void
  onLeave: () => void
}

/** Says that the rows wait for the pointer or the keys, and shows the others at once. */
export function ListBehind({ rows, matches, onShow, onPoint, onLeave }: ListBehindProps) {
  return (
    <div
      role="status"
      data-print="hide"
      className="pointer-events-none absolute inset-x-0 bottom-2 z-10 flex justify-center max-md:fixed max-md:bottom-16"
    >
      <Button
        size="sm"
        className="pointer-events-auto shadow-md"
        onPointerEnter={onPoint}
        onPointerLeave={onLeave}
        onClick={onShow}
      >
        {formatCount(rows)} shown, {countOf(matches, 'plant matches', 'plants match')} now. Update
      </Button>
    </div>
  )
}
