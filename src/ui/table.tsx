// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
// the cards' `display` removes the elements' native roles, so they are repeated explicitly.
import { clsx } from 'clsx'
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ComponentProps, Ref } from 'react'
import { ScrollEdges } from './scroll-edges'

interface TableProps extends Omit<ComponentProps<'table'>, 'aria-label'> {
  label: string
  /** Below 768 px each row becomes a card; every Td then needs its `label`. */
  isCards?: boolean
  regionRef?: Ref<HTMLElement>
  /** Set a height to keep the header visible while the rows scroll. */
  regionClassName?: string
}

export function Table(props: TableProps) {
  const { label, isCards, regionRef, regionClassName, className, ...rest } = props
  return (
    <ScrollEdges>
      <section
        ref={regionRef}
        aria-label={label}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- makes it scrollable by keyboard
        tabIndex={0}
        className={clsx(
          'relative overflow-auto rounded-md border border-line bg-surface -outline-offset-1 print:max-h-none print:overflow-visible',
          regionClassName,
        )}
      >
        <table
          role="table"
          aria-label={label}
          {...rest}
          data-cards={isCards ? '' : undefined}
          className={clsx('data-table', className)}
        />
      </section>
    </ScrollEdges>
  )
}

export function THead(props: ComponentProps<'thead'>) {
  return <thead role="rowgroup" {...props} />
}

export function TBody(props: ComponentProps<'tbody'>) {
  return <tbody role="rowgroup" {...props} />
}

interface TrProps extends ComponentProps<'tr'> {
  isSelected?: boolean
}

export function Tr({ isSelected, ...rest }: TrProps) {
  return <tr role="row" aria-selected={isSelected} {...rest} />
}

type SortDirection = 'ascending' | 'descending' | 'none'

interface ThProps extends ComponentProps<'th'> {
  isNumeric?: boolean
  isSelector?: boolean
  isActions?: boolean
  /** Makes the heading a button; "none" means sortable but not currently sorted. */
  sort?: SortDirection
  onSort?: () => void
}

const sortIcons = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown }

export function Th(props: ThProps) {
  const { isNumeric, isSelector, isActions, sort, onSort, children, ...rest } = props
  const Icon = sort && sortIcons[sort]
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sort}
      data-numeric={isNumeric ? '' : undefined}
      data-selector={isSelector ? '' : undefined}
      data-actions={isActions ? '' : undefined}
      {...rest}
    >
      {Icon ? (
        <button
          type="button"
          onClick={onSort}
          className={clsx(
            'group -mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 hover:text-ink',
            isNumeric && 'flex-row-reverse',
            sort !== 'none' && 'text-ink',
          )}
        >
          {children}
          <Icon aria-hidden className="size-3.5" />
        </button>
      ) : (
        children
      )}
    </th>
  )
}

interface TdProps extends ComponentProps<'td'> {
  isNumeric?: boolean
  /** Contains only a checkbox; on cards it is in the corner. */
  isSelector?: boolean
  /** Contains the actions of the row, which stay in view while a wide table scrolls sideways. */
  isActions?: boolean
  /** The column's heading, shown before the value on cards. */
  label?: string
  isCardTitle?: boolean
}

export function Td(props: TdProps) {
  return <td {...cellProps(props)} />
}

/** Returns the attributes of a cell, for rows that every key draws again: a component for each cell would take longer. */
export function cellProps(props: TdProps) {
  const { isNumeric, isSelector, isActions, label, isCardTitle, ...rest } = props
  return {
    role: 'cell',
    'data-numeric': isNumeric ? '' : undefined,
    'data-selector': isSelector ? '' : undefined,
    'data-actions': isActions ? '' : undefined,
    'data-label': label,
    'data-card-title': isCardTitle ? '' : undefined,
    ...rest,
  }
}
