import { memo, useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import { RiskRow } from './risk-row'
import { RiskSelection } from './risk-selection'
import { headingOf, useRiskColumns } from './use-risk-columns'
import type { WorklistListing } from './use-worklist'
import { noSelection, togglePage, toggle } from '@/domain/fleet/plant-selection'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { formatCount } from '@/lib/format-count'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { maxPrintedRows, usePrinting } from '@/ui/printing'
import { TBody, THead, Table, Th, Tr } from '@/ui/table'

/** More rows are shown on request: thousands at once would take seconds. */
const step = 100

interface RiskTableProps {
  rows: readonly AtRisk[]
  label: string
  worklist: WorklistListing
  /** Shown instead of a table without rows. */
  empty?: ReactNode
}

/** Certificates at risk, most urgent first. Memoized, because the page renders again at every reading of a plant. */
export const RiskTable = memo(function RiskTable(props: RiskTableProps) {
  const { rows, label, worklist, empty } = props
  const [limit, setLimit] = useState(step)
  const [selection, setSelection] = useState(noSelection)
  const isPrinting = usePrinting()
  const columns = useRiskColumns()
  const shown = rows.slice(0, isPrinting ? maxPrintedRows : limit)
  const { ids } = selection
  const chosen = rows.filter(({ plant }) => ids.has(plant.id))
  const unselected = shown.filter(({ plant }) => !ids.has(plant.id)).length
  const toggleShown = () =>
    setSelection((now) =>
      togglePage(
        now,
        shown.map(({ plant }) => plant.id),
      ),
    )
  const toggleOne = useCallback(
    (plantId: string) => setSelection((now) => toggle(now, plantId)),
    [],
  )
  // The selection outlives a filter that nothing matches.
  return (
    <>
      <RiskSelection
        chosen={chosen}
        hidden={ids.size - chosen.length}
        unselected={unselected}
        worklist={worklist}
        onSelectAll={toggleShown}
        onClear={() => setSelection(noSelection)}
      />
      {isPrinting && shown.length < rows.length ? (
        <p>
          Only the {formatCount(shown.length)} most urgent of {formatCount(rows.length)}{' '}
          certificates are printed. Export them to get all.
        </p>
      ) : null}
      {rows.length === 0 ? (
        empty
      ) : (
        <Table
          label={label}
          isCards
          // Not below the selection, which stays in view.
          className={ids.size > 0 ? 'md:[&_:is(a,button,input)]:scroll-mt-16' : undefined}
        >
          <THead>
            <Tr>
              <Th isSelector data-print="hide">
                <Checkbox
                  label=""
                  isLabelHidden
                  aria-label="Select all shown"
                  checked={unselected === 0}
                  isIndeterminate={unselected > 0 && unselected < shown.length}
                  onChange={toggleShown}
                />
              </Th>
              {columns.map((column) => (
                <Th key={headingOf(column)}>{headingOf(column)}</Th>
              ))}
              <Th isActions data-print="hide">
                Action
              </Th>
            </Tr>
          </THead>
          <TBody>
            {shown.map((row) => (
              <RiskRow
                key={row.plant.id}
                row={row}
                columns={columns}
                worklist={worklist}
                isSelected={ids.has(row.plant.id)}
                onToggle={toggleOne}
              />
            ))}
          </TBody>
        </Table>
      )}
      {shown.length < rows.length ? (
        <div className="flex flex-wrap items-center gap-3" data-print="hide">
          <p className="text-sm text-muted tabular-nums">
            The {formatCount(shown.length)} most urgent of {formatCount(rows.length)}
          </p>
          <Button onClick={() => setLimit(limit + step)}>Show {step} more</Button>
        </div>
      ) : null}
    </>
  )
})
