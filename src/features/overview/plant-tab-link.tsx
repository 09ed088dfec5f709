import { Link } from '@tanstack/react-router'
import type { Plant } from '@/api/plant-schemas'
import { whyNoPage } from '@/domain/plant/plant-address'
import { plantLabel } from '@/domain/plant/plant-name'
import { UntrustedText } from '@/ui/untrusted-text'

interface PlantTabLinkProps {
  plant: Pick<Plant, 'id' | 'name' | 'serialNumber'>
  tab: 'alerts' | 'energy'
}

/** A plant's name, which leads to a tab of its page; plain text for a plant without a page. */
export function PlantTabLink({ plant, tab }: PlantTabLinkProps) {
  const name = (
    <UntrustedText isTruncated className="font-medium">
      {plantLabel(plant)}
    </UntrustedText>
  )
  if (whyNoPage(plant.id) !== undefined) return <span className="min-w-0">{name}</span>
  return (
    <Link
      to={`/plants/$plantId/${tab}`}
      params={{ plantId: plant.id }}
      className="min-w-0 text-ink underline-offset-2 hover:underline max-md:py-3"
    >
      {name}
    </Link>
  )
}
