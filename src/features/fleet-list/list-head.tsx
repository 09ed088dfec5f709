import { isNumericColumn } from './column-layout'
import { type FleetSort, firstSort } from '@/domain/fleet/fleet-sort'
import { type ListColumn, columnLabels } from '@/domain/fleet/list-columns'
import { Checkbox } from '@/ui/checkbox'
import { THead, Th, Tr } from '@/ui/table'

interface ListHeadProps {
  columns: readonly ListColumn[]
  sort: FleetSort
  /** True while some, but not all rows on screen are selected. */
  isPartly: boolean
  isWhole: boolean
  onTogglePage: () => void
  onSort: (sort: FleetSort) => void
}

/** Header of the list: sort buttons, and a checkbox for the rows on screen. */
export function ListHead(props: ListHeadProps) {
  const { columns, sort, isPartly, isWhole, onTogglePage, onSort } = props
  return (
    <THead>
      <Tr aria-rowindex={1}>
        <Th isSelector>
          <Checkbox
            isLabelHidden
            label="Select the rows on screen"
            checked={isWhole}
            isIndeterminate={isPartly}
            onChange={onTogglePage}
          />
        </Th>
        {columns.map((column) => {
          const isSorted = sort.key === column
          const direction = sort.isDescending ? 'descending' : 'ascending'
          return (
            <Th
              key={column}
              isNumeric={isNumericColumn(column)}
              sort={isSorted ? direction : 'none'}
              onSort={() => onSort(nextSort(column, sort))}
            >
              {columnLabels[column]}
            </Th>
          )
        })}
      </Tr>
    </THead>
  )
}

/** Sorts by a column, or reverses its order. */
function nextSort(key: ListColumn, sort: FleetSort): FleetSort {
  if (sort.key === key) return { key, isDescending: !sort.isDescending }
  return firstSort(key)
}
