import type { ReactNode } from 'react'
import { SecurityLink } from './security-link'
import { plantLabel } from '@/domain/plant/plant-name'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { UntrustedText } from '@/ui/untrusted-text'

interface NamedPlant extends Pick<AtRisk['plant'], 'id' | 'name' | 'serialNumber'> {
  /** Shown after the name. */
  note?: ReactNode
}

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
          <SecurityLink plantId={plant.id} className="max-md:inline-block max-md:max-w-full">
            <UntrustedText isCut>{plantLabel(plant)}</UntrustedText>
          </SecurityLink>
          {plant.note}
        </li>
      ))}
      {children ? <li className="text-muted">{children}</li> : null}
    </ul>
  )
}
