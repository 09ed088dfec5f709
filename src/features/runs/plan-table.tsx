import type { PlanRow } from './plan-row'
import { isUnreadable } from '@/lib/unreadable'
import { NameText } from '@/plant-ui/name-text'
import { ConnectionBadge, LifecycleBadge } from '@/plant-ui/status-badges'
import { UntrustedText } from '@/ui/untrusted-text'
import { type WindowedColumn, WindowedTable } from '@/ui/windowed-table'

const columns: readonly WindowedColumn<PlanRow>[] = [
  {
    heading: 'Name',
    width: 'minmax(144px, 3fr)',
    cell: ({ plant }) => (
      <span className="font-medium">
        <NameText of={plant} isTruncated />
      </span>
    ),
  },
  {
    heading: 'Serial number',
    width: 'minmax(136px, 1fr)',
    cell: ({ plant }) => (
      <UntrustedText
        isTruncated
        isUnreadable={isUnreadable(plant, 'serialNumber')}
        className="font-mono text-sm"
      >
        {plant.serialNumber}
      </UntrustedText>
    ),
  },
  {
    heading: 'Connection',
    width: '116px',
    cell: ({ plant }) => <ConnectionBadge isPlain plant={plant} />,
  },
  {
    heading: 'Lifecycle',
    width: '132px',
    cell: ({ plant }) => <LifecycleBadge isPlain plant={plant} />,
  },
  {
    heading: 'In the run',
    width: 'minmax(200px, 2fr)',
    cell: ({ reason, isCanary }) =>
      reason === undefined ? (
        membershipWords(isCanary)
      ) : (
        <span className="text-muted">
          <UntrustedText isTruncated>{`Left out: ${reason}`}</UntrustedText>
        </span>
      ),
  },
]

/** The chosen plants. */
export function PlanTable({ rows }: { rows: readonly PlanRow[] }) {
  return (
    <WindowedTable
      label="Chosen plants"
      rows={rows}
      keyOf={({ plant }) => plant.id}
      columns={columns}
      minPx={728}
      className="max-h-96"
    />
  )
}

const membershipWords = (isCanary: boolean) => (isCanary ? 'Goes first' : 'Takes part')
