import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button'
import { NativeSelect } from './native-select'
import { countOf, formatCount } from '@/lib/format-count'

interface PaginationProps {
  /** Noun of one row: "plant". */
  noun: string
  /** Facts about the whole list; undefined for those that the server doesn't give. */
  reach: { total: number | undefined; totalPages: number | undefined; hasNext: boolean }
  /** Number of rows on this page, including unreadable ones. */
  rows: number
  page: number
  limit: number
  /** Page sizes to choose from; without them, the size is fixed. */
  limits?: readonly number[]
  onChange: (change: { page: number; limit?: number }) => void
}

/** Controls for page and page size, which also work when the length of the list is unknown. */
export function Pagination(props: PaginationProps) {
  const { noun, reach, rows, page, limit, limits, onChange } = props
  const { total, totalPages, hasNext } = reach
  const isPast = totalPages !== undefined && page > Math.max(totalPages, 1)
  const atStart = page <= 1 ? 'This is the first page.' : undefined
  const lastReason = isPast ? 'There is no next page.' : 'This is the last page.'
  const atEnd = hasNext ? undefined : lastReason
  const endUnknown = totalPages === undefined ? 'The number of pages is unknown.' : undefined
  const before = isPast ? Math.max(totalPages, 1) : page - 1
  const step = (label: string, to: number, reason: string | undefined, icon: ReactNode) => (
    <IconButton label={label} disabledReason={reason} onClick={() => onChange({ page: to })}>
      {icon}
    </IconButton>
  )
  return (
    <nav aria-label="Pages of the list" className="flex flex-wrap items-center gap-3">
      {limits ? (
        <NativeSelect
          label="Rows per page"
          isLabelHidden
          className="print:hidden"
          value={limit}
          onChange={({ target }) => onChange({ page: 1, limit: Number(target.value) })}
        >
          {[...new Set([...limits, limit])]
            .toSorted((a, b) => a - b)
            .map((value) => (
              <option key={value} value={value}>
                {value} rows
              </option>
            ))}
        </NativeSelect>
      ) : null}
      <span className="text-muted tabular-nums">
        {total === undefined
          ? `${countOf(rows, noun)} on this page, total unknown`
          : rangeOf(page, limit, total)}
      </span>
      <div className="flex items-center">
        {step('First page', 1, atStart, <ChevronsLeft aria-hidden className="size-4" />)}
        {step('Previous page', before, atStart, <ChevronLeft aria-hidden className="size-4" />)}
        <span className="px-2 tabular-nums">
          {isPast
            ? `Page ${formatCount(page)}, past the last page ${formatCount(before)}`
            : `Page ${formatCount(page)}`}
          {totalPages === undefined || isPast ? null : ` of ${formatCount(totalPages)}`}
        </span>
        {step('Next page', page + 1, atEnd, <ChevronRight aria-hidden className="size-4" />)}
        {step(
          'Last page',
          totalPages ?? page,
          endUnknown ?? atEnd,
          <ChevronsRight aria-hidden className="size-4" />,
        )}
      </div>
    </nav>
  )
}

function rangeOf(page: number, limit: number, total: number): string {
  const first = (page - 1) * limit + 1
  const end = Math.min(page * limit, total)
  return first > total
    ? `None of ${formatCount(total)}`
    : `${formatCount(first)}–${formatCount(end)} of ${formatCount(total)}`
}
