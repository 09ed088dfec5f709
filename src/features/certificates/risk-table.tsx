import { memo, useCallback, useState } from 'react'
import type { ReactNode } from 'react'
import { PlantLink } from './plant-link'
import { RiskActions } from './risk-actions'
import { Contact, NextStep, TimeLeft } from './risk-cells'
import { RiskSelection } from './risk-selection'
import type { WorklistListing } from './use-worklist'
import { authMethodLabel } from '@/domain/credentials/auth-methods'
import { noSelection, togglePage, toggle } from '@/domain/fleet/plant-selection'
import { plantLabel } from '@/domain/plant/plant-name'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { formatCount } from '@/lib/format-count'
import { isUnreadable } from '@/lib/unreadable'
import { LifecycleBadge } from '@/plant-ui/status-badges'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { maxPrintedRows, usePrinting } from '@/ui/printing'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

/** More rows are shown on request: thousands at once would take seconds. */
const step = 100

const headings = ['Plant', 'Certificate', 'Contact', 'Next step', 'Lifecycle', 'Action']

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
              {headings.map((heading) => (
                <Th
                  key={heading}
                  isActions={heading === 'Action'}
                  data-print={heading === 'Action' ? 'hide' : undefined}
                >
                  {heading}
                </Th>
              ))}
            </Tr>
          </THead>
          <TBody>
            {shown.map((row) => (
              <Row
                key={row.plant.id}
                row={row}
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

interface RowProps {
  row: AtRisk
  worklist: WorklistListing
  isSelected: boolean
  onToggle: (plantId: string) => void
}

const Row = memo(function Row({ row, worklist, isSelected, onToggle }: RowProps) {
  const { plant } = row
  return (
    <Tr isSelected={isSelected}>
      <Td isSelector data-print="hide">
        {/* A visible label would repeat the plant’s name in the row. */}
        <Checkbox
          label=""
          isLabelHidden
          aria-label={`Select ${visibleText(plantLabel(plant))}`}
          checked={isSelected}
          onChange={() => onToggle(plant.id)}
        />
      </Td>
      <Td isCardTitle className="md:max-w-52 print:w-[20%]">
        <PlantLink plant={plant} />
      </Td>
      <Td label="Certificate">
        <TimeLeft row={row} />
      </Td>
      <Td label="Contact" className="md:max-w-56 md:whitespace-normal! print:w-[17%]">
        <Contact row={row} />
      </Td>
      <Td label="Next step" className="min-w-44 whitespace-normal! print:w-[24%]">
        <NextStep row={row} />
      </Td>
      <Td label="Lifecycle">
        <div className="flex min-w-0 flex-col max-md:items-end">
          <LifecycleBadge plant={plant} isPlain />
          <UntrustedText
            isCut
            isUnreadable={isUnreadable(plant, 'authMethod')}
            className="text-xs text-muted"
          >
            {authMethodLabel(plant.authMethod ?? '')}
          </UntrustedText>
        </div>
      </Td>
      <Td label="Action" isActions data-print="hide">
        <RiskActions row={row} worklist={worklist} />
      </Td>
    </Tr>
  )
})
