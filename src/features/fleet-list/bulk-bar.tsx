import { type ReactNode, useRef, useState } from 'react'
import { ClearedSelection } from './cleared-selection'
import { clearSelection } from './list-ranges'
import { idsOf } from './row-ids'
import { selectionNow, setSelection } from './selection-store'
import {
  type PlantSelection,
  hasGrownSince,
  selectAll,
  selectionReach,
} from '@/domain/fleet/plant-selection'
import type { FleetView } from '@/fleet/fleet-view'
import { formatCount } from '@/lib/format-count'
import { Button } from '@/ui/button'
import { CopyButton } from '@/ui/copy-button'

interface BulkBarProps {
  /** True on a phone, where the bar stays in view and its actions are shown on request. */
  isCompact: boolean
  selection: PlantSelection
  view: FleetView
  filterLine: string
  /** The reason why all matches can’t be selected. */
  whyNotAll: string | undefined
  /** Called after the selection was cleared or restored here: the button with the focus disappears. */
  onLeave: () => void
  /** Runs over the selected plants, on a line of their own. */
  runs?: ReactNode
  /** Further actions on the selected plants. */
  children?: ReactNode
}

/** The selection, and the actions for it. */
export function BulkBar(props: BulkBarProps) {
  return (
    <>
      <ClearedSelection onLeave={props.onLeave} />
      <SelectionBar {...props} />
    </>
  )
}

function SelectionBar(props: BulkBarProps) {
  const { isCompact, selection, view, filterLine, whyNotAll, onLeave, runs, children } = props
  const [isOpen, setIsOpen] = useState(false)
  const barRef = useRef<HTMLElement>(null)
  const count = selection.ids.size
  // However the selection ended: the next one starts without the actions.
  if (count === 0 && isOpen) setIsOpen(false)
  if (count === 0) return null
  const reach = selectionReach(selection, view)
  const selectMatching = () => {
    // The button disappears.
    barRef.current?.focus()
    const all = idsOf(view, { first: 0, end: view.matches })
    setSelection(selectAll(selectionNow(), all, filterLine))
  }
  const clearAll = () => {
    clearSelection()
    onLeave()
  }
  const clear = (
    <Button size="sm" variant="quiet" onClick={clearAll}>
      Clear
    </Button>
  )
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a key of its buttons
    <section
      ref={barRef}
      tabIndex={-1}
      aria-label="Selection"
      onKeyDown={(event) => {
        // Not the key that closes a popup of one of its buttons.
        const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target)
        if (event.key === 'Escape' && isOwn && !event.defaultPrevented) clearAll()
      }}
      data-print="hide"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md border border-line bg-selected px-3 py-1.5 max-md:sticky max-md:bottom-0 max-md:z-20 max-md:max-h-[70dvh] max-md:overflow-y-auto max-md:shadow-md"
    >
      <p role="status" className="flex flex-wrap gap-x-2 tabular-nums">
        <span className="font-medium">{formatCount(count)} selected</span>
        {reach.hidden > 0 ? (
          <span className="text-muted">{formatCount(reach.hidden)} of them not in this list</span>
        ) : null}
        {reach.gone > 0 ? (
          <span className="text-warn">
            {formatCount(reach.gone)} of them no longer in the fleet
          </span>
        ) : null}
        {hasGrownSince(selection, filterLine, reach) ? (
          <span className="text-warn">
            {reach.left === 1
              ? 'Meanwhile, 1 more plant matches. It isn’t selected.'
              : `Meanwhile, ${formatCount(reach.left)} more plants match. They aren’t selected.`}
          </span>
        ) : null}
      </p>
      {isCompact ? (
        <span className="ml-auto flex items-center">
          <Button
            size="sm"
            variant="quiet"
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            Actions
          </Button>
          {clear}
        </span>
      ) : null}
      {isCompact && !isOpen ? null : (
        <>
          {reach.left > 0 ? (
            <Button size="sm" variant="quiet" disabledReason={whyNotAll} onClick={selectMatching}>
              Select all {formatCount(view.matches)} matching
            </Button>
          ) : null}
          {isCompact ? null : clear}
          <div className="ml-auto flex flex-wrap items-center gap-2">
            <CopyButton
              isIconOnly={false}
              variant="secondary"
              label="Copy IDs"
              text={() => [...selectionNow().ids].join('\n')}
            />
            {children}
          </div>
          {runs}
        </>
      )}
    </section>
  )
}
