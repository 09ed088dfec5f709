import { connectionMeaning } from '@/domain/status/connection'
import { lifecycleMeaning } from '@/domain/status/lifecycle'
import type { Meaning } from '@/domain/status/meaning'
import { StatusBadge } from '@/ui/status-badge'
import { UntrustedText } from '@/ui/untrusted-text'

interface PlantBadgeProps<P> {
  plant: P
  /** Without a border, as in a table. */
  isPlain?: boolean
}

type ConnectionBadgeProps = PlantBadgeProps<Parameters<typeof connectionMeaning>[0]>
type LifecycleBadgeProps = PlantBadgeProps<Parameters<typeof lifecycleMeaning>[0]>

export function ConnectionBadge({ plant, isPlain }: ConnectionBadgeProps) {
  return <MeaningBadge meaning={connectionMeaning(plant)} isPlain={isPlain} />
}

export function LifecycleBadge({ plant, isPlain }: LifecycleBadgeProps) {
  return <MeaningBadge meaning={lifecycleMeaning(plant)} isPlain={isPlain} />
}

interface MeaningBadgeProps {
  meaning: Meaning
  isPlain?: boolean | undefined
}

export function MeaningBadge({ meaning: { tone, label }, isPlain = false }: MeaningBadgeProps) {
  return (
    <StatusBadge tone={tone} isPlain={isPlain}>
      <UntrustedText isCut>{label}</UntrustedText>
    </StatusBadge>
  )
}
