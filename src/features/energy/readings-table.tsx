import { use } from 'react'
import { energyTotals } from '@/domain/energy/energy-balance'
import type { EnergyReading } from '@/domain/energy/energy-readings'
import { formatAmount, seriesLabels } from '@/plant-ui/energy-words'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { formatTimeOfDay } from '@/ui/time-of-day'
import { TimeZoneContext } from '@/ui/time-zone-context'

interface ReadingsTableProps {
  readings: readonly EnergyReading[]
  unit: string
}

interface FoldedReadingsProps extends ReadingsTableProps {
  isOpen: boolean
  onToggle: (isOpen: boolean) => void
}

const maxShown = 50

export function ReadingsTable({ readings, unit, isOpen, onToggle }: FoldedReadingsProps) {
  return (
    <details
      open={isOpen}
      // The browser reports the fold also when it was set.
      onToggle={({ currentTarget: { open } }) => (open === isOpen ? undefined : onToggle(open))}
    >
      <summary className="w-fit rounded-sm text-sm text-muted hover:text-ink max-md:py-3">
        Readings as a table
      </summary>
      {isOpen ? <LatestReadings readings={readings} unit={unit} /> : null}
    </details>
  )
}

function LatestReadings({ readings, unit }: ReadingsTableProps) {
  const zone = use(TimeZoneContext)
  const shown = readings.slice(-maxShown).toReversed()
  return (
    <div className="mt-2 flex flex-col gap-2">
      <Table label={`Readings in ${unit}`} regionClassName="max-h-80">
        <THead>
          <Tr>
            <Th>Time{zone.isUtc ? ' (UTC)' : ''}</Th>
            {energyTotals.map((total) => (
              <Th key={total} isNumeric>
                {seriesLabels[total]}
              </Th>
            ))}
          </Tr>
        </THead>
        <TBody>
          {shown.map((reading) => (
            <Tr key={reading.atMs}>
              <Td className="tabular-nums">{formatTimeOfDay(reading.atMs, zone, true)}</Td>
              {energyTotals.map((total) => (
                <Td key={total} isNumeric>
                  {reading[total] === null ? 'No value' : formatAmount(reading[total], 3)}
                </Td>
              ))}
            </Tr>
          ))}
        </TBody>
      </Table>
      {shown.length < readings.length ? (
        <p className="text-sm text-muted">
          The latest {shown.length} of {readings.length}. Exports have all of them.
        </p>
      ) : null}
    </div>
  )
}
