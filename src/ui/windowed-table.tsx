import { type ReactNode, useRef } from 'react'
import { maxPrintedRows, usePrinting } from './printing'
import { placesBySlot } from './row-window'
import { ScrollEdges } from './scroll-edges'
import { TBody, THead, Td, Th, Tr } from './table'
import { phoneQuery, useMedia } from './use-media'
import { useRowWindow } from './use-row-window'

/** A column of a windowed table; the first one is the title of a row's card. */
export interface WindowedColumn<Row> {
  heading: string
  /** A grid track, as `minmax(8rem, 2fr)`. */
  width: string
  isNumeric?: boolean
  /** Leaves two lines for its value on a card, where the cell must wrap it. */
  hasTwoLines?: boolean
  cell: (row: Row) => ReactNode
}

interface WindowedTableProps<Row> {
  label: string
  rows: readonly Row[]
  keyOf: (row: Row) => string
  columns: readonly WindowedColumn<Row>[]
  /** Width below which the table scrolls sideways, px. */
  minPx: number
  className?: string
}

const rowPx = 36
const headerPx = 32
/** Padding, title and one or two lines for each other column, px. */
const cardPx = (columns: number, twoLined: number) =>
  8 + 44 + 26 * (columns - 1) + 20 * twoLined + 8

/** A long table that renders only the rows on screen; on a phone, each row is a card. */
export function WindowedTable<Row>(props: WindowedTableProps<Row>) {
  const { label, rows, keyOf, columns, minPx, className } = props
  const regionRef = useRef<HTMLElement>(null)
  const bodyRef = useRef<HTMLTableSectionElement>(null)
  const isPrinting = usePrinting()
  const isCards = useMedia(phoneQuery)
  const twoLined = columns.filter(({ hasTwoLines }) => hasTwoLines).length
  const rowHeightPx = isCards ? cardPx(columns.length, twoLined) : rowPx
  const coverPx = isCards ? 0 : headerPx
  const count = rows.length
  const { range, base } = useRowWindow({ regionRef, bodyRef, rows: count, coverPx, rowHeightPx })
  const places = isPrinting
    ? Array.from({ length: Math.min(count, maxPrintedRows) }, (_, place) => place)
    : placesBySlot(range, base)
  const shown = places.flatMap((place) => {
    const row = rows[place]
    return row === undefined ? [] : [{ place, row }]
  })
  return (
    <ScrollEdges>
      <section
        ref={regionRef}
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- makes it scrollable by keyboard
        tabIndex={0}
        className={`row-region ${className ?? ''}`}
      >
        <table
          // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- its `display` removes the native one
          role="table"
          aria-label={label}
          aria-rowcount={count + 1}
          data-cards={isCards ? '' : undefined}
          className="row-table"
          style={{
            // React's type of styles does not know custom properties.
            ...({
              '--row-columns': columns.map(({ width }) => width).join(' '),
              '--row-height': `${rowHeightPx}px`,
            } as object),
            minWidth: isCards || isPrinting ? undefined : minPx,
          }}
        >
          <THead>
            <Tr aria-rowindex={1}>
              {columns.map(({ heading, isNumeric = false }) => (
                <Th key={heading} isNumeric={isNumeric}>
                  {heading}
                </Th>
              ))}
            </Tr>
          </THead>
          <TBody ref={bodyRef} style={{ height: isPrinting ? undefined : count * rowHeightPx }}>
            {shown.map(({ place, row }) => (
              <Tr
                key={keyOf(row)}
                aria-rowindex={place + 2}
                style={
                  isPrinting ? undefined : { transform: `translateY(${place * rowHeightPx}px)` }
                }
              >
                {columns.map(({ heading, isNumeric = false, hasTwoLines, cell }, at) => (
                  <Td
                    key={heading}
                    label={at === 0 ? undefined : heading}
                    isCardTitle={at === 0}
                    isNumeric={isNumeric}
                    data-two-lines={hasTwoLines ? '' : undefined}
                  >
                    {cell(row)}
                  </Td>
                ))}
              </Tr>
            ))}
          </TBody>
        </table>
      </section>
    </ScrollEdges>
  )
}
