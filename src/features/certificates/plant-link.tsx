import { SecurityLink } from './security-link'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { NameText } from '@/plant-ui/name-text'
import { UntrustedText } from '@/ui/untrusted-text'

interface PlantLinkProps {
  plant: Pick<AtRisk['plant'], 'id' | 'name' | 'serialNumber' | 'unreadable'>
}

/** A plant's name, which leads to where its certificate is renewed, and its serial number. */
export function PlantLink({ plant }: PlantLinkProps) {
  return (
    <div className="flex max-w-full min-w-0 flex-col max-md:items-start">
      <SecurityLink plantId={plant.id} className="max-w-full truncate font-medium">
        <NameText of={plant} isTruncated />
      </SecurityLink>
      <UntrustedText isTruncated className="font-mono text-xs text-muted">
        {plant.serialNumber}
      </UntrustedText>
    </div>
  )
}
