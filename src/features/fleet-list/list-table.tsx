import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useRef,
} from 'react'
import { gridOf } from './column-layout'
import { ListHead } from './list-head'
import { handleListKey } from './list-keys'
import { clearSelection, endExtension, extendRows, toggleRow, toggleRows } from './list-ranges'
import { ListRow } from './list-row'
import { idsOf } from './row-ids'
import { useActiveRow } from './use-active-row'
import { useIntent } from './use-intent'
import { useChosenColumns } from './use-list-columns'
import { useListStart } from './use-list-start'
import type { FleetSort } from '@/domain/fleet/fleet-sort'
import type { ListColumn } from '@/domain/fleet/list-columns'
import type { PlantSelection } from '@/domain/fleet/plant-selection'
import type { FleetView } from '@/fleet/fleet-view'
import { maxPrintedRows, usePrinting } from '@/ui/printing'
import { placesBySlot } from '@/ui/row-window'
import { ScrollEdges } from '@/ui/scroll-edges'
import { rowsPerScreen, scrollToRow } from '@/ui/scroll-to-row'
import { TBody } from '@/ui/table'
import { useAfterPaintValue } from '@/ui/use-after-paint-value'
import { useRowWindow } from '@/ui/use-row-window'

interface ListTableProps {
  /** The rows in the order on screen; their values are the latest. */
  view: FleetView
  columns: readonly ListColumn[]
  sort: FleetSort
  selection: PlantSelection
  rowHeightPx: number
  isCards: boolean
  /** True while the order is not final. */
  isSorting: boolean
  /** Changes with the filter and the order, because a different list starts at its top. */
  question: string
  regionRef: RefObject<HTMLElement | null>
  onSort: (sort: FleetSort) => void
  onOpen: (plantId: string, isNewTab: boolean) => void
  /** Called when the pointer rests on a link. */
  onIntent: (plantId: string) => void
  /** Called while rows are pointed at or used by keyboard. */
  onUse: (by: 'pointer' | 'keys') => void
  onLeave: () => void
  /** Shown over the last rows. */
  overlay?: ReactNode
}

const headerPx = 32

const rowId = (place: number) => `plant-row-${place}`

/** Table of the fleet that renders only the rows on screen. */
export function ListTable(props: ListTableProps) {
  const { view, columns, sort, selection, rowHeightPx, isCards, question } = props
  const { regionRef, onSort, onOpen, onIntent, onUse, onLeave } = props
  const bodyRef = useRef<HTMLTableSectionElement>(null)
  const isPrinting = usePrinting()
  const rows = view.matches
  const coverPx = isCards ? 0 : headerPx
  const { range, base, toTop } = useRowWindow({
    regionRef,
    bodyRef,
    rows,
    coverPx,
    rowHeightPx,
  })
  const { template, minPx } = gridOf(columns, useChosenColumns() !== undefined)
  const intent = useIntent(onIntent)
  const active = useActiveRow(view, question)

  const show = useCallback(
    (place: number, align?: 'center') => {
      const [region, body] = [regionRef.current, bodyRef.current]
      if (region && body)
        scrollToRow({ region, body, headerPx: coverPx, place, rowHeightPx }, align)
    },
    [regionRef, coverPx, rowHeightPx],
  )
  function move(place: number) {
    active.moveTo(place)
    show(place)
  }
  function open(place: number, isNewTab: boolean) {
    if (!view.isGoneAt(place)) onOpen(view.idAt(place), isNewTab)
  }
  useListStart({ question, view, show, toTop, regionRef })

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const region = event.currentTarget
    onUse('keys')
    handleListKey(event, {
      rows,
      place: active.place,
      rowsPerScreen: () => rowsPerScreen({ region, headerPx: coverPx, rowHeightPx }),
      onMove: (place) => {
        endExtension()
        move(place)
      },
      onExtend: (place) => {
        extendRows(view, active.place, place)
        move(place)
      },
      onToggle: (place) => toggleRow(view, place),
      onOpen: open,
      onClear: clearSelection,
    })
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    const place = placeAt(event.target)
    if (place === undefined) return
    // Not the header's own controls, and not where the user has selected text.
    const control = closestTo(event.target, 'a, input')
    if (control instanceof HTMLAnchorElement) {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      active.moveTo(place)
      open(place, false)
      return
    }
    if (control) {
      if (event.shiftKey) extendRows(view, active.place, place)
      else toggleRow(view, place)
      // A scrolled row gives its checkbox to another plant, so the focus stays on the table.
      if (event.detail > 0) event.currentTarget.focus({ preventScroll: true })
    } else {
      endExtension()
    }
    active.moveTo(place)
  }

  const seen = { first: Math.min(range.seen.first, rows), end: Math.min(range.seen.end, rows) }
  const places = isPrinting
    ? Array.from({ length: Math.min(rows, maxPrintedRows) }, (_, place) => place)
    : placesBySlot(range, base)
  // Rows beyond the edges of the screen are drawn after those on it.
  const laterView = useAfterPaintValue(view)
  const viewOf = (place: number) => {
    const isOnScreen = isPrinting || (place >= seen.first - 1 && place <= seen.end)
    return isOnScreen || place >= laterView.matches ? view : laterView
  }
  const isRendered = active.place >= range.first && active.place < range.end
  return (
    <ScrollEdges>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- handles the keys and clicks of its rows */}
      <section
        ref={regionRef}
        role="group"
        aria-label="Plants"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, and takes the keys of its rows
        tabIndex={0}
        aria-activedescendant={isRendered ? rowId(active.place) : undefined}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onPointerEnter={() => onUse('pointer')}
        onPointerMove={() => onUse('pointer')}
        onPointerOver={({ target }) => {
          const place = closestTo(target, 'a') ? placeAt(target) : undefined
          if (place === undefined) intent.leave()
          else intent.point(view.idAt(place))
        }}
        onPointerLeave={() => {
          intent.leave()
          onLeave()
        }}
        className="row-region"
      >
        <table
          // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- its `display` removes the native one
          role="table"
          aria-label="Plants"
          aria-rowcount={rows + 1}
          aria-busy={props.isSorting}
          data-cards={isCards ? '' : undefined}
          className="row-table"
          style={{
            // React's type of styles does not know custom properties.
            ...({ '--row-columns': template, '--row-height': `${rowHeightPx}px` } as object),
            minWidth: isCards || isPrinting ? undefined : minPx,
          }}
        >
          <ListHead
            columns={columns}
            sort={sort}
            {...countSelected(view, selection, seen)}
            onTogglePage={() => toggleRows(view, seen)}
            onSort={onSort}
          />
          <TBody ref={bodyRef} style={{ height: isPrinting ? undefined : rows * rowHeightPx }}>
            {places.map((place, slot) => {
              const shown = viewOf(place)
              const plant = shown.plantAt(place)
              return (
                <ListRow
                  // oxlint-disable-next-line react/no-array-index-key -- elements are used again for other rows
                  key={slot}
                  id={rowId(place)}
                  plant={plant}
                  isGone={shown.isGoneAt(place)}
                  nowMs={shown.readAtMs(place)}
                  place={place}
                  topPx={isPrinting ? undefined : place * rowHeightPx}
                  columns={columns}
                  isSelected={selection.ids.has(plant.id)}
                  isActive={place === active.place}
                />
              )
            })}
          </TBody>
        </table>
      </section>
      {props.overlay}
    </ScrollEdges>
  )
}

/** Returns the place of the row that contains an event's target. */
function placeAt(target: EventTarget): number | undefined {
  const row = closestTo(target, 'tr[data-place]')
  return row instanceof HTMLElement ? Number(row.dataset.place) : undefined
}

function closestTo(target: EventTarget, selector: string): Element | null {
  return target instanceof Element ? target.closest(selector) : null
}

function countSelected(
  view: FleetView,
  selection: PlantSelection,
  seen: { first: number; end: number },
) {
  const ids = idsOf(view, seen)
  const selected = ids.filter((id) => selection.ids.has(id)).length
  const isWhole = selected > 0 && selected === ids.length
  return { isWhole, isPartly: selected > 0 && !isWhole }
}
