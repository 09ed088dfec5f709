import { Link } from '@tanstack/react-router'
import { use, useMemo } from 'react'
import type { RunDocument, RunPlant } from '@/domain/runs/run-document'
import { type Run, stateIn } from '@/domain/runs/run-progress'
import type { RunRow, RunRowState } from '@/domain/runs/run-row'
import { stateText } from '@/domain/runs/run-state-text'
import { runStateMeanings } from '@/domain/runs/run-words'
import { NameText } from '@/plant-ui/name-text'
import { ConnectionBadge, LifecycleBadge } from '@/plant-ui/status-badges'
import { StatusBadge } from '@/ui/status-badge'
import { formatTimeOfDay } from '@/ui/time-of-day'
import { TimeZoneContext } from '@/ui/time-zone-context'
import { UntrustedText } from '@/ui/untrusted-text'
import { type WindowedColumn, WindowedTable } from '@/ui/windowed-table'

interface ShownRow {
  plant: RunPlant
  row: RunRow
  state: RunRowState
  isBeingRead: boolean
}

const plantColumns: readonly WindowedColumn<{ plant: RunPlant }>[] = [
  {
    heading: 'Plant',
    width: 'minmax(10rem, 2fr)',
    cell: ({ plant }) => <PlantName plant={plant} />,
  },
  {
    heading: 'Serial number',
    width: 'minmax(10.5rem, 1fr)',
    cell: ({ plant }) => (
      <UntrustedText isCut className="font-mono text-sm">
        {plant.serialNumber}
      </UntrustedText>
    ),
  },
]

const columns: readonly WindowedColumn<ShownRow>[] = [
  ...plantColumns,
  {
    heading: 'State',
    width: '11rem',
    cell: ({ state, isBeingRead }) => (
      <StatusBadge isPlain tone={isBeingRead ? 'info' : runStateMeanings[state].tone}>
        {isBeingRead ? 'Checking' : runStateMeanings[state].label}
      </StatusBadge>
    ),
  },
  {
    heading: 'Evidence',
    width: 'minmax(12rem, 3fr)',
    hasTwoLines: true,
    cell: ({ row, state }) => (
      <UntrustedText isTruncated className="max-md:line-clamp-2 max-md:whitespace-normal">
        {stateText(row, state)}
      </UntrustedText>
    ),
  },
  { heading: 'Wave', width: '4.5rem', isNumeric: true, cell: ({ row }) => waveText(row) },
  {
    heading: 'Sent',
    width: '6rem',
    isNumeric: true,
    cell: ({ row }) => <SentTime row={row} />,
  },
]

interface PlannedRow {
  plant: RunPlant
  isFirst: boolean
}

const plannedColumns: readonly WindowedColumn<PlannedRow>[] = [
  ...plantColumns,
  {
    heading: 'Planned connection',
    width: '10.5rem',
    cell: ({ plant }) => <ConnectionBadge isPlain plant={plant} />,
  },
  {
    heading: 'Planned lifecycle',
    width: '10rem',
    cell: ({ plant }) => <LifecycleBadge isPlain plant={plant} />,
  },
  {
    heading: 'Order',
    width: '7rem',
    cell: ({ isFirst }) => (isFirst ? 'Goes first' : 'In a wave'),
  },
]

/** The plants of a plan, each in the state in which it is expected. */
export function PlannedTable({ document: { plants, settings } }: { document: RunDocument }) {
  const rows = useMemo(
    () => plants.map((plant, at) => ({ plant, isFirst: at < settings.canary })),
    [plants, settings.canary],
  )
  return (
    <WindowedTable
      label="Plants of the plan"
      rows={rows}
      keyOf={keyOf}
      columns={plannedColumns}
      minPx={760}
      className={height}
    />
  )
}

interface RunTableProps {
  run: Run
  /** The state to show; undefined for all. */
  only: RunRowState | undefined
}

/** The plants of a run, each in exactly one state. */
export function RunTable({ run, only }: RunTableProps) {
  const shown = useMemo(
    () =>
      run.rows.flatMap((row, at): ShownRow[] => {
        const plant = run.document.plants[at]
        const state = stateIn(run, row)
        if (!plant || (only !== undefined && state !== only)) return []
        return [{ plant, row, state, isBeingRead: run.stages.has(at) }]
      }),
    [run, only],
  )
  return (
    <WindowedTable
      label="Plants of the run"
      rows={shown}
      keyOf={keyOf}
      columns={columns}
      minPx={836}
      className={height}
    />
  )
}

const keyOf = ({ plant }: { plant: RunPlant }) => plant.id

const height = 'max-h-[70dvh]'

function PlantName({ plant }: { plant: RunPlant }) {
  return (
    <Link
      to="/plants/$plantId/commands"
      params={{ plantId: plant.id }}
      className="block min-w-0 truncate font-medium text-ink underline-offset-2 hover:underline max-md:w-full max-md:py-3"
    >
      <NameText of={plant} isTruncated />
    </Link>
  )
}

function waveText({ wave }: RunRow): string {
  if (wave === undefined) return '–'
  return wave === 0 ? 'First' : String(wave)
}

function SentTime({ row: { request } }: { row: RunRow }) {
  const zone = use(TimeZoneContext)
  return request ? formatTimeOfDay(request.clickedAtMs, zone, true) : '–'
}
