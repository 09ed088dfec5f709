import { clsx } from 'clsx'
import { memo } from 'react'
import { PlantLink } from './plant-link'
import { RiskActions } from './risk-actions'
import { Contact, LifecycleAndMethod, NextStep, TimeLeft } from './risk-cells'
import type { RiskColumn, RiskPart } from './use-risk-columns'
import type { WorklistListing } from './use-worklist'
import { plantLabel } from '@/domain/plant/plant-name'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { Checkbox } from '@/ui/checkbox'
import { Td, Tr } from '@/ui/table'
import { visibleText } from '@/ui/visible-text'

interface RiskRowProps {
  row: AtRisk
  columns: readonly RiskColumn[]
  worklist: WorklistListing
  isSelected: boolean
  onToggle: (plantId: string) => void
}

/** A certificate at risk, with the actions on its plant. */
export const RiskRow = memo(function RiskRow(props: RiskRowProps) {
  const { row, columns, worklist, isSelected, onToggle } = props
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
      {columns.map((column) => {
        const [first] = column
        const isTitle = first === 'Plant'
        return (
          <Td
            key={first}
            isCardTitle={isTitle}
            label={isTitle ? undefined : first}
            className={clsx('md:max-xl:align-top', cellClasses[first])}
          >
            {column.map((part) => (
              <Part key={part} part={part} row={row} />
            ))}
          </Td>
        )
      })}
      <Td label="Action" isActions data-print="hide">
        <RiskActions row={row} worklist={worklist} />
      </Td>
    </Tr>
  )
})

const cellClasses: Record<RiskPart, string | undefined> = {
  Plant: 'md:max-w-46 lg:max-w-40 xl:max-w-52 print:w-[20%]',
  Certificate: undefined,
  Contact:
    'md:w-full md:min-w-44 lg:w-auto lg:max-w-56 md:whitespace-normal! print:min-w-0 print:w-[17%]',
  'Next step': 'min-w-36 xl:min-w-44 whitespace-normal! print:w-[24%]',
  Lifecycle: undefined,
}

function Part({ part, row }: { part: RiskPart; row: AtRisk }) {
  switch (part) {
    case 'Plant':
      return <PlantLink plant={row.plant} />
    case 'Certificate':
      return <TimeLeft row={row} />
    case 'Contact':
      return <Contact row={row} />
    case 'Next step':
      return <NextStep row={row} />
    case 'Lifecycle':
      return <LifecycleAndMethod row={row} />
  }
}
