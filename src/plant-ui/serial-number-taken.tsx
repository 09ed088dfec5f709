import { NameText } from './name-text'
import { useSerialNumberSearch } from './use-serial-number-search'
import { whyNoPage } from '@/domain/plant/plant-address'
import { Button } from '@/ui/button'

interface SerialNumberTakenProps {
  serialNumber: string
  onOpenPlant: (plantId: string) => void
}

export function SerialNumberTaken({ serialNumber, onOpenPlant }: SerialNumberTakenProps) {
  const { data, isFetching, progress } = useSerialNumberSearch(serialNumber)
  const plant = data?.plant
  if (isFetching && !plant) {
    return (
      <p role="status" className="text-xs text-muted">
        Searching for the plant with this serial number: {progress.seen} of{' '}
        {progress.total ?? 'an unknown number'}
      </p>
    )
  }
  if (!plant) {
    return (
      <p className="text-xs text-muted">The plant with this serial number isn’t in your list.</p>
    )
  }
  return (
    <div>
      <Button size="sm" disabledReason={whyNoPage(plant.id)} onClick={() => onOpenPlant(plant.id)}>
        <span>
          Open “
          <NameText of={plant} isCut />”
        </span>
      </Button>
    </div>
  )
}
