import { useSerialNumberSearch } from './use-serial-number-search'
import { describeError, describeOutcome } from '@/api/error-messages'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Data } from '@/ui/data'
import { Button } from '@/ui/button'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'

interface UnknownCreationProps {
  error: unknown
  serialNumber: string
  /** Back to the form, with everything in it. */
  onBack: () => void
  onOpenPlant: (plantId: string) => void
}

/** The request went out and no readable answer came: the list tells whether the plant exists. */
export function UnknownCreation(props: UnknownCreationProps) {
  const { error, serialNumber, onBack, onOpenPlant } = props
  const search = useSerialNumberSearch(serialNumber)
  const plant = search.data?.plant
  return (
    <div className="flex flex-col gap-4">
      <p>
        {describeOutcome(error, 'Creating the plant').detail} The list tells whether there is a
        plant with serial number <Data className="font-mono">{serialNumber}</Data>:
      </p>
      <div role="status">
        <WhatTheListSays search={search} />
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onBack}>Back to the form</Button>
        <Button isPending={search.isFetching} onClick={() => search.refetch()}>
          Look again
        </Button>
        {plant ? (
          <Button variant="primary" onClick={() => onOpenPlant(plant.id)}>
            Open plant
          </Button>
        ) : null}
      </div>
    </div>
  )
}

function WhatTheListSays({ search }: { search: ReturnType<typeof useSerialNumberSearch> }) {
  const { data, error, isFetching, dataUpdatedAt, progress } = search
  if (isFetching) {
    return (
      <StatusBadge tone="info" isPlain>
        Looking: {progress.seen} of {progress.total || '…'} plants
      </StatusBadge>
    )
  }
  if (error || !data) {
    return (
      <StatusBadge tone="warn" isPlain>
        The list could not be read: {describeError(error).title}
      </StatusBadge>
    )
  }
  if (data.plant) {
    return (
      <StatusBadge tone="ok" isPlain>
        A plant with this serial number exists, created{' '}
        <RelativeTime value={data.plant.createdAt} absent="at an unknown time" />
      </StatusBadge>
    )
  }
  return (
    <StatusBadge tone="warn" isPlain>
      {data.seen < data.total
        ? `Not among the ${data.seen} of ${data.total} plants that could be read`
        : 'No such plant'}{' '}
      as of <AbsoluteTime value={dataUpdatedAt} />
    </StatusBadge>
  )
}
