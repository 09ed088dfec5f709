import { useSerialNumberSearch } from './use-serial-number-search'
import { describeError } from '@/api/error-messages'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Data } from '@/ui/bidi-text'
import { Button } from '@/ui/button'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'

interface UnknownCreationProps {
  serialNumber: string
  /** Back to the form, with everything in it. */
  onBack: () => void
  onOpenPlant: (plantId: string) => void
}

/** The request went out and no readable answer came: the list tells whether the plant exists. */
export function UnknownCreation({ serialNumber, onBack, onOpenPlant }: UnknownCreationProps) {
  const search = useSerialNumberSearch(serialNumber)
  const { data: plant, error, isFetching, dataUpdatedAt, refetch, progress } = search
  return (
    <div className="flex flex-col gap-4">
      <p>
        Creating the plant was sent, but no readable answer came. It may or may not have been
        created. Whether the list has a plant with serial number{' '}
        <Data className="font-mono">{serialNumber}</Data> tells:
      </p>
      <div role="status">
        {isFetching ? (
          <StatusBadge tone="info" isPlain>
            Looking: {progress.searched} of {progress.total || '…'} plants
          </StatusBadge>
        ) : null}
        {!isFetching && error ? (
          <StatusBadge tone="warn" isPlain>
            The list could not be read: {describeError(error).title}
          </StatusBadge>
        ) : null}
        {!isFetching && !error && plant ? (
          <StatusBadge tone="ok" isPlain>
            A plant with this serial number exists, created{' '}
            <RelativeTime value={plant.createdAt} absent="at an unknown time" />
          </StatusBadge>
        ) : null}
        {!isFetching && !error && !plant ? (
          <StatusBadge tone="warn" isPlain>
            No such plant as of <AbsoluteTime value={dataUpdatedAt} />
          </StatusBadge>
        ) : null}
      </div>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onBack}>Back to the form</Button>
        <Button isPending={isFetching} onClick={() => refetch()}>
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
