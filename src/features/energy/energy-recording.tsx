import { use } from 'react'
import { CurveLegend } from './curve-legend'
import { EnergyChart } from './energy-chart'
import { EnergyFalls } from './energy-falls'
import type { EnergyView } from './energy-search'
import { ReadingsTable } from './readings-table'
import { formatHoursAndMinutes } from './time-axis'
import type { Recording } from './use-recording'
import { utcDayBounds } from '@/domain/energy/energy-day'
import { curveGaps, energyCurve } from '@/domain/energy/energy-readings'
import { minuteMs } from '@/lib/instants'
import { amountWithUnit } from '@/plant-ui/energy-words'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Panel } from '@/ui/panel'
import { formatTimeOfDay } from '@/ui/time-of-day'
import { TimeZoneContext } from '@/ui/time-zone-context'

interface EnergyRecordingProps extends EnergyView {
  recording: Recording
  isPolling: boolean
  unit: string
}

/** On the scale of a whole day, a few minutes would be a single dot. */
const minViewMs = 10 * minuteMs

/** Today's curve and its basis: readings recorded by this browser, because the API has no history. */
export function EnergyRecording({
  recording,
  isPolling,
  unit,
  search,
  onSearchChange,
}: EnergyRecordingProps) {
  const zone = use(TimeZoneContext)
  const { date, readings, isKept } = recording
  const [first, last] = [readings[0], readings.at(-1)]
  const day = utcDayBounds(date)
  if (!first || !last || !day) return null
  const gaps = curveGaps(readings)
  const from = formatTimeOfDay(first.atMs, zone)
  const basis =
    readings.length === 1
      ? `1 reading at ${from}`
      : `${readings.length} readings since ${from}, ${gapWords(gaps)}`
  const recordedTo = Math.max(last.atMs, first.atMs + minViewMs)
  const isWholeDay = search.curve === undefined
  const shown = isWholeDay
    ? { fromMs: day.startMs, toMs: day.endMs }
    : { fromMs: first.atMs, toMs: recordedTo }
  return (
    <Panel title="Today, as recorded in this browser" className="break-inside-avoid">
      <div className="flex flex-col gap-3 px-4 py-3">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <CurveLegend />
          <Button
            size="sm"
            data-print="hide"
            onClick={() => onSearchChange({ curve: isWholeDay ? 'recorded' : undefined }, true)}
          >
            {isWholeDay ? 'Show recorded time only' : 'Show the whole day'}
          </Button>
        </div>
        <EnergyChart heightClass="h-60">
          {({ DayCurve }) => (
            <DayCurve
              points={energyCurve(readings)}
              {...shown}
              unit={unit}
              summary={`Curve of UTC day ${date}: ${basis}; produced ${amountWithUnit(last.produced, unit)}, imported ${amountWithUnit(last.imported, unit)}, exported ${amountWithUnit(last.exported, unit)} at the last one`}
            />
          )}
        </EnergyChart>
        <div className="flex flex-col gap-1 text-sm text-muted tabular-nums">
          <p>Recorded by this browser while this page was open: {basis}.</p>
          <EnergyFalls readings={readings} unit={unit} />
          {isKept ? null : (
            <Notice tone="warn">
              This browser doesn’t let Plantdeck store readings. They are lost when you leave this
              page.
            </Notice>
          )}
          {isPolling ? null : (
            <p>Refresh is off. Only “Refresh now” in the header adds a reading.</p>
          )}
        </div>
        <ReadingsTable
          readings={readings}
          unit={unit}
          isOpen={search.readings === 'table'}
          onToggle={(isOpen) => onSearchChange({ readings: isOpen ? 'table' : undefined }, true)}
        />
      </div>
    </Panel>
  )
}

function gapWords(gaps: ReturnType<typeof curveGaps>): string {
  if (gaps.length === 0) return 'without a gap'
  const longest = Math.max(...gaps.map(({ fromMs, toMs }) => toMs - fromMs))
  if (gaps.length === 1) return `with a gap of ${formatHoursAndMinutes(longest)}`
  return `with ${gaps.length} gaps, the longest of ${formatHoursAndMinutes(longest)}`
}
