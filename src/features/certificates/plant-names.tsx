import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { whyNoPage } from '@/domain/plant/plant-address'
import { plantLabel } from '@/domain/plant/plant-name'
import { UntrustedText } from '@/ui/untrusted-text'

type NamedPlant = Pick<AtRisk['plant'], 'id' | 'name' | 'serialNumber'>

interface PlantNamesProps {
  plants: readonly NamedPlant[]
  /** Shown as the last item. */
  children?: ReactNode
}

/** Names of plants, each a link to where its certificate is renewed. */
export function PlantNames({ plants, children }: PlantNamesProps) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-start text-sm max-md:gap-y-0">
      {plants.map((plant) => (
        <li key={plant.id} className="min-w-0">
          <PlantLink plant={plant} />
        </li>
      ))}
      {children ? <li className="text-muted">{children}</li> : null}
    </ul>
  )
}

function PlantLink({ plant }: { plant: NamedPlant }) {
  const name = <UntrustedText isCut>{plantLabel(plant)}</UntrustedText>
  if (whyNoPage(plant.id) !== undefined) return name
  return (
    <Link
      to="/plants/$plantId/security"
      params={{ plantId: plant.id }}
      className="text-ink underline-offset-2 hover:underline max-md:inline-block max-md:max-w-full max-md:py-3"
    >
      {name}
    </Link>
  )
}
