import { memo } from 'react'
import { cellOf } from './column-cells'
import { isNumericColumn } from './column-layout'
import { goneWords } from '@/api/gone-words'
import type { Plant } from '@/api/plant-schemas'
import { type ListColumn, columnLabels } from '@/domain/fleet/list-columns'
import { whyNoPage } from '@/domain/plant/plant-address'
import { plantLabel } from '@/domain/plant/plant-name'
import { noLongerInFleet } from '@/domain/plant/plant-words'
import { publicPath } from '@/lib/base-path'
import { NameText } from '@/plant-ui/name-text'
import { StatusBadge } from '@/ui/status-badge'
import { Tr, cellProps } from '@/ui/table'
import { visibleText } from '@/ui/visible-text'

interface ListRowProps {
  id: string
  plant: Plant
  /** True for a plant that is no longer in the fleet, as it was read last. */
  isGone: boolean
  /** Time at which the row was read, Unix ms; expiry and silence are judged by it. */
  nowMs: number
  place: number
  /** Distance from the first row, px; undefined on paper, where the rows follow each other. */
  topPx: number | undefined
  columns: readonly ListColumn[]
  isSelected: boolean
  isActive: boolean
}

const classOf: Partial<Record<ListColumn, string>> = {
  serialNumber: 'font-mono text-sm',
  // On the narrowest cards, the reason and its time need the label's place; they explain themselves.
  urgency:
    'max-[24rem]:justify-end max-[24rem]:before:sr-only max-[24rem]:before:content-[attr(data-label)]',
}

/** One plant as a table row, or as a card on a phone. The table handles its clicks. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { id, plant, isGone, nowMs, place, topPx, columns, isSelected, isActive } = props
  const hasReason = columns.includes('urgency')
  return (
    <Tr
      id={id}
      // The header is the first row.
      aria-rowindex={place + 2}
      isSelected={isSelected}
      data-place={place}
      data-active={isActive ? '' : undefined}
      style={topPx === undefined ? undefined : { transform: `translateY(${topPx}px)` }}
    >
      <td {...cellProps({ isSelector: true })}>
        {/* A name of text would be a second text with the plant's name. */}
        <label className="flex size-6 items-center justify-center max-md:size-11">
          <input
            type="checkbox"
            aria-label={`Select ${visibleText(plantLabel(plant))}`}
            tabIndex={isActive ? 0 : -1}
            checked={isSelected}
            disabled={isGone && !isSelected}
            readOnly
            className="size-4"
          />
        </label>
      </td>
      {columns.map((column) =>
        column === 'name' ? (
          <td key={column} {...cellProps({ isCardTitle: true })}>
            {isGone ? (
              <GoneName plant={plant} isMarked={!hasReason} />
            ) : (
              <PlantName plant={plant} isActive={isActive} />
            )}
          </td>
        ) : (
          <td
            key={column}
            {...cellProps({
              label: columnLabels[column],
              isNumeric: isNumericColumn(column),
              className: classOf[column],
            })}
          >
            {isGone && column === 'urgency' ? <GoneMark /> : cellOf(column, plant, nowMs)}
          </td>
        ),
      )}
    </Tr>
  )
})

/** Where no reason is shown, the name is marked. */
function GoneName({ plant, isMarked }: { plant: Plant; isMarked: boolean }) {
  return (
    <span
      title={goneWords.sinceSeen}
      className="flex min-w-0 items-center gap-2 font-medium text-muted"
    >
      <span className="truncate">
        <NameText of={plant} isTruncated />
      </span>
      {isMarked ? <GoneMark /> : null}
    </span>
  )
}

function GoneMark() {
  return (
    <StatusBadge isPlain tone="warn">
      {noLongerInFleet}
    </StatusBadge>
  )
}

/** A plain link: forty of the router's own would take longer than the rest of the rows. */
function PlantName({ plant, isActive }: { plant: Plant; isActive: boolean }) {
  const { id } = plant
  const reason = whyNoPage(id)
  const shown = <NameText of={plant} isTruncated />
  if (reason !== undefined) {
    return (
      <span title={reason} className="min-w-0 font-medium">
        {shown} <span className="text-xs font-normal text-warn">{reason}</span>
      </span>
    )
  }
  return (
    <a
      href={publicPath(`/plants/${encodeURIComponent(id)}`)}
      tabIndex={isActive ? 0 : -1}
      className="block min-w-0 truncate font-medium text-ink underline-offset-2 hover:underline max-md:w-full max-md:py-3"
    >
      {shown}
    </a>
  )
}
