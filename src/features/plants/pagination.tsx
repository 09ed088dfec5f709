import { ChevronLeft, ChevronRight, ChevronsLeft, ChevronsRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { PageMeta } from '@/api/fields'
import { formatCount } from '@/lib/format-count'
import { IconButton } from '@/ui/icon-button'
import { NativeSelect } from '@/ui/native-select'

interface PaginationProps {
  meta: PageMeta
  page: number
  limit: number
  onChange: (change: { page: number; limit?: number }) => void
}

const limits = [20, 50, 100]

export function Pagination({
  meta: { total, totalPages },
  page,
  limit,
  onChange,
}: PaginationProps) {
  const last = Math.max(totalPages, 1)
  const first = Math.min((page - 1) * limit + 1, total)
  const end = Math.min(page * limit, total)
  const atStart = page <= 1 ? 'This is the first page.' : undefined
  const atEnd = page >= last ? 'This is the last page.' : undefined
  const step = (label: string, to: number, reason: string | undefined, icon: ReactNode) => (
    <IconButton label={label} disabledReason={reason} onClick={() => onChange({ page: to })}>
      {icon}
    </IconButton>
  )
  return (
    <nav aria-label="Pages of the list" className="flex flex-wrap items-center gap-3">
      <NativeSelect
        label="Rows per page"
        isLabelHidden
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
      <span className="text-muted tabular-nums">
        {page > last ? null : `${formatCount(first)}–${formatCount(end)} of `}
        {formatCount(total)}
      </span>
      <div className="flex items-center">
        {step('First page', 1, atStart, <ChevronsLeft aria-hidden className="size-4" />)}
        {step('Previous page', page - 1, atStart, <ChevronLeft aria-hidden className="size-4" />)}
        <span className="px-2 tabular-nums">
          Page {formatCount(page)} of {formatCount(last)}
        </span>
        {step('Next page', page + 1, atEnd, <ChevronRight aria-hidden className="size-4" />)}
        {step('Last page', last, atEnd, <ChevronsRight aria-hidden className="size-4" />)}
      </div>
    </nav>
  )
}
