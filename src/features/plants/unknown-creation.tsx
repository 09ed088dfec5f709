import { describeError, describeOutcome } from '@/api/error-messages'
import { UnknownOutcome } from '@/attempts/unknown-outcome'
import { whyNoPage } from '@/domain/plant/plant-address'
import type { useSerialNumberSearch } from '@/plant-ui/use-serial-number-search'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { Finding } from '@/ui/finding'
import { RelativeTime } from '@/ui/relative-time'
import { UntrustedText } from '@/ui/untrusted-text'
import { useReadAt } from '@/ui/use-read-at'

interface UnknownCreationProps {
  error: unknown
  serialNumber: string
  search: ReturnType<typeof useSerialNumberSearch>
  onBack: () => void
  onOpenPlant: (plantId: string) => void
}

/** Outcome of a creation without a readable response: shows whether the list contains the plant. */
export function UnknownCreation(props: UnknownCreationProps) {
  const { error, serialNumber, search, onBack, onOpenPlant } = props
  const plant = search.data?.plant
  return (
    <UnknownOutcome
      explanation={
        <>
          {describeOutcome(error, 'Creating the plant').detail} The plant list shows whether a plant
          with serial number <UntrustedText className="font-mono">{serialNumber}</UntrustedText>{' '}
          exists:
        </>
      }
      finding={<ListFinding search={search} />}
      isLooking={search.isFetching}
      onLook={() => search.refetch()}
      onBack={onBack}
      action={
        plant ? (
          <Button
            variant="primary"
            disabledReason={whyNoPage(plant.id)}
            onClick={() => onOpenPlant(plant.id)}
          >
            Open plant
          </Button>
        ) : null
      }
    />
  )
}

function ListFinding({ search }: { search: ReturnType<typeof useSerialNumberSearch> }) {
  const { data, error, isFetching, dataUpdatedAt, progress } = search
  const readAtMs = useReadAt(dataUpdatedAt)
  if (isFetching && !data) {
    return (
      <Finding tone="info">
        Searching: {progress.seen} of {progress.total ?? 'an unknown number of'} plants
      </Finding>
    )
  }
  if (error || !data) {
    return <Finding tone="warn">Couldn’t load the list: {describeError(error).title}</Finding>
  }
  if (data.plant) {
    return (
      <Finding tone="ok">
        A plant with this serial number exists, created{' '}
        <RelativeTime value={data.plant.createdAt} absent="at an unknown time" />
      </Finding>
    )
  }
  return (
    <Finding tone="warn">
      {data.total === undefined || data.seen < data.total
        ? `Not among the ${data.seen} of ${data.total ?? 'an unknown number of'} plants that could be read`
        : 'No plant with this serial number'}{' '}
      as of <AbsoluteTime value={readAtMs} />
    </Finding>
  )
}
