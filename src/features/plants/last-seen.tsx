import type { Plant } from '@/api/plant-schemas'
import { contradictsLastSeen } from '@/domain/connection'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'

interface LastSeenProps {
  plant: Pick<Plant, 'status' | 'lastSeenAt'>
  nowMs: number
}

/** When the plant last spoke; marked when that contradicts its connection. */
export function LastSeen({ plant, nowMs }: LastSeenProps) {
  const when = <RelativeTime value={plant.lastSeenAt} className="tabular-nums" />
  if (!contradictsLastSeen(plant, nowMs)) return when
  return (
    <StatusBadge isPlain tone="warn">
      {when}
      <span className="sr-only">, although it is called online</span>
    </StatusBadge>
  )
}
