import { PlaceLink } from './place-link'
import type { Plant } from '@/api/plant-schemas'
import { plantLabel } from '@/domain/plant/plant-name'
import { UntrustedText } from '@/ui/untrusted-text'

interface PlantTabLinkProps {
  plant: Pick<Plant, 'id' | 'name' | 'serialNumber'>
  tab: 'alerts' | 'energy'
}

/** A plant's name, which leads to a tab of its page; plain text for a plant without a page. */
export function PlantTabLink({ plant, tab }: PlantTabLinkProps) {
  return (
    <PlaceLink to={{ page: 'plant', plantId: plant.id, part: tab }}>
      <UntrustedText isTruncated>{plantLabel(plant)}</UntrustedText>
    </PlaceLink>
  )
}
