import { useRef } from 'react'
import type { PlanRow } from './plan-row'
import { isUnreadable } from '@/lib/unreadable'
import { NameText } from '@/plant-ui/name-text'
import { ConnectionBadge, LifecycleBadge } from '@/plant-ui/status-badges'
import { placesBySlot } from '@/ui/row-window'
import { ScrollEdges } from '@/ui/scroll-edges'
import { TBody, THead, Td, Th, Tr } from '@/ui/table'
import { UntrustedText } from '@/ui/untrusted-text'
import { phoneQuery, useMedia } from '@/ui/use-media'
import { useRowWindow } from '@/ui/use-row-window'

const columns = ['Name', 'Serial number', 'Connection', 'Lifecycle', 'In the run'] as const
const template = 'minmax(144px, 3fr) minmax(136px, 1fr) 116px 132px minmax(200px, 2fr)'
const minPx = 728
const rowPx = { table: 32, card: 8 + 44 + 4 * 26 + 8 }
const headerPx = 32

/** The chosen plants. Only the rows on screen are rendered: there may be ten thousand. */
export function PlanTable({ rows }: { rows: readonly PlanRow[] }) {
  const regionRef = useRef<HTMLElement>(null)
  const bodyRef = useRef<HTMLTableSectionElement>(null)
  const isCards = useMedia(phoneQuery)
  const rowHeightPx = isCards ? rowPx.card : rowPx.table
  const coverPx = isCards ? 0 : headerPx
  const window = { regionRef, bodyRef, rows: rows.length, coverPx, rowHeightPx }
  const { range, base } = useRowWindow(window)
  return (
    <ScrollEdges>
      <section
        ref={regionRef}
        aria-label="Chosen plants"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- makes it scrollable by keyboard
        tabIndex={0}
        className="row-region max-h-96"
      >
        <table
          // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- its `display` removes the native one
          role="table"
          aria-label="Chosen plants"
          aria-rowcount={rows.length + 1}
          data-cards={isCards ? '' : undefined}
          className="row-table"
          style={{
            // React's type of styles does not know custom properties.
            ...({ '--row-columns': template, '--row-height': `${rowHeightPx}px` } as object),
            minWidth: isCards ? undefined : minPx,
          }}
        >
          <THead>
            <Tr aria-rowindex={1}>
              {columns.map((column) => (
                <Th key={column}>{column}</Th>
              ))}
            </Tr>
          </THead>
          <TBody ref={bodyRef} style={{ height: rows.length * rowHeightPx }}>
            {placesBySlot(range, base).map((place, slot) => {
              const row = rows[place]
              return row ? (
                // oxlint-disable-next-line react/no-array-index-key -- elements are used again for other rows
                <PlanTableRow key={slot} row={row} place={place} topPx={place * rowHeightPx} />
              ) : null
            })}
          </TBody>
        </table>
      </section>
    </ScrollEdges>
  )
}

interface PlanTableRowProps {
  row: PlanRow
  place: number
  topPx: number
}

function PlanTableRow({ row: { plant, reason, isCanary }, place, topPx }: PlanTableRowProps) {
  return (
    <Tr
      // The header is the first row.
      aria-rowindex={place + 2}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <Td isCardTitle>
        <span className="font-medium">
          <NameText of={plant} isTruncated />
        </span>
      </Td>
      <Td label="Serial number" className="font-mono text-sm">
        <UntrustedText isTruncated isUnreadable={isUnreadable(plant, 'serialNumber')}>
          {plant.serialNumber}
        </UntrustedText>
      </Td>
      <Td label="Connection">
        <ConnectionBadge isPlain plant={plant} />
      </Td>
      <Td label="Lifecycle">
        <LifecycleBadge isPlain plant={plant} />
      </Td>
      <Td label="In the run" className={reason === undefined ? undefined : 'text-muted'}>
        {reason === undefined ? (
          membershipWords(isCanary)
        ) : (
          <UntrustedText isTruncated>{`Left out: ${reason}`}</UntrustedText>
        )}
      </Td>
    </Tr>
  )
}

const membershipWords = (isCanary: boolean) => (isCanary ? 'Goes first' : 'Takes part')
