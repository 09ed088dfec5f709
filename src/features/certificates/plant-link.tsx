import { Link } from '@tanstack/react-router'
import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { whyNoPage } from '@/domain/plant/plant-address'
import { NameText } from '@/plant-ui/name-text'
import { UntrustedText } from '@/ui/untrusted-text'

interface PlantLinkProps {
  plant: Pick<AtRisk['plant'], 'id' | 'name' | 'serialNumber' | 'unreadable'>
}

/** A plant's name and serial number. Renewals start on the plant's Security tab. */
export function PlantLink({ plant }: PlantLinkProps) {
  const name = <NameText of={plant} isTruncated />
  return (
    <div className="flex max-w-full min-w-0 flex-col max-md:items-start">
      {whyNoPage(plant.id) === undefined ? (
        <Link
          to="/plants/$plantId/security"
          params={{ plantId: plant.id }}
          className="max-w-full truncate font-medium text-ink underline-offset-2 hover:underline max-md:py-3"
        >
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name}</span>
      )}
      <UntrustedText isTruncated className="font-mono text-xs text-muted">
        {plant.serialNumber}
      </UntrustedText>
    </div>
  )
}
