import type { Plant } from '@/api/plant-schemas'
import { connectionMeaning } from '@/domain/status/connection'
import { lifecycleMeanings } from '@/domain/status/lifecycle'
import { type Meaning, meaningOf } from '@/domain/status/meaning'
import { isUnreadable } from '@/lib/unreadable'
import { StatusBadge } from '@/ui/status-badge'
import { UntrustedText } from '@/ui/untrusted-text'

interface PlantBadgeProps {
  plant: Plant
  /** Without a border, as in a table. */
  isPlain?: boolean
}

export function ConnectionBadge({ plant, isPlain }: PlantBadgeProps) {
  return <MeaningBadge meaning={connectionMeaning(plant)} isPlain={isPlain} />
}

interface LifecycleBadgeProps extends Omit<PlantBadgeProps, 'plant'> {
  plant: { lifecycleStatus?: string | null | undefined; unreadable?: readonly string[] }
}

export function LifecycleBadge({ plant, isPlain }: LifecycleBadgeProps) {
  const isValueUnreadable = isUnreadable(plant, 'lifecycleStatus')
  const meaning = meaningOf(lifecycleMeanings, plant.lifecycleStatus ?? '', isValueUnreadable)
  return <MeaningBadge meaning={meaning} isPlain={isPlain} />
}

interface MeaningBadgeProps {
  meaning: Meaning
  isPlain: boolean | undefined
}

function MeaningBadge({ meaning: { tone, label }, isPlain = false }: MeaningBadgeProps) {
  return (
    <StatusBadge tone={tone} isPlain={isPlain}>
      <UntrustedText isCut>{label}</UntrustedText>
    </StatusBadge>
  )
}
