import { ArrowDown, ArrowUp } from 'lucide-react'
import {
  type Density,
  chooseColumns,
  chooseDensity,
  useChosenColumns,
  useDensity,
} from './use-list-columns'
import {
  type ListColumn,
  columnLabels,
  defaultColumns,
  listColumns,
  moveColumn,
} from '@/domain/fleet/list-columns'
import { isKeyOf } from '@/lib/look-up'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Dialog } from '@/ui/dialog'
import { IconButton } from '@/ui/icon-button'

const densities: Record<Density, string> = { comfortable: 'Comfortable', compact: 'Compact' }
const isDensity = (name: string): name is Density => isKeyOf(densities, name)

/** Chooses the columns, their order and the height of the rows. Every choice applies at once. */
export function ColumnsDialog({ onClose }: { onClose: () => void }) {
  const chosen = useChosenColumns()
  const density = useDensity()
  const shown = chosen ?? defaultColumns
  const hidden = listColumns.filter((column) => !shown.includes(column))

  function show(column: ListColumn, isShown: boolean) {
    chooseColumns(isShown ? [...shown, column] : shown.filter((one) => one !== column))
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Columns"
      description={
        chosen
          ? 'The table scrolls sideways if they don’t fit.'
          : 'Columns that don’t fit are left out until you choose your own.'
      }
      footer={
        <>
          <Button
            disabledReason={chosen ? null : 'These are the default columns.'}
            onClick={() => chooseColumns(undefined)}
          >
            Use default columns
          </Button>
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        </>
      }
    >
      <fieldset className="mb-3 flex flex-wrap items-center gap-x-4">
        <legend className="sr-only">Row height</legend>
        {Object.keys(densities)
          .filter(isDensity)
          .map((name) => (
            <label key={name} className="flex min-h-8 items-center gap-2 max-md:min-h-11">
              <input
                type="radio"
                name="density"
                checked={density === name}
                onChange={() => chooseDensity(name)}
              />
              {densities[name]}
            </label>
          ))}
      </fieldset>
      <ul aria-label="Columns" className="flex flex-col">
        {[...shown, ...hidden].map((column, place) => (
          <li
            key={column}
            className="flex min-h-8 items-center border-t border-line first:border-0"
          >
            <Checkbox
              className="flex-1"
              label={columnLabels[column]}
              checked={place < shown.length}
              disabled={column === 'name'}
              onChange={(event) => show(column, event.target.checked)}
            />
            {place < shown.length && column !== 'name' ? (
              <>
                <IconButton
                  label={`Move ${columnLabels[column]} up`}
                  disabledReason={place > 1 ? null : 'It is the first after the name.'}
                  onClick={() => chooseColumns(moveColumn(shown, column, -1))}
                >
                  <ArrowUp aria-hidden className="size-4" />
                </IconButton>
                <IconButton
                  label={`Move ${columnLabels[column]} down`}
                  disabledReason={place + 1 < shown.length ? null : 'It is the last one.'}
                  onClick={() => chooseColumns(moveColumn(shown, column, 1))}
                >
                  <ArrowDown aria-hidden className="size-4" />
                </IconButton>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
