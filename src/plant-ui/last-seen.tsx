import type { Plant } from '@/api/plant-schemas'
import { contradictsLastSeen } from '@/domain/status/connection'
import { isUnreadable } from '@/lib/unreadable'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'

interface LastSeenProps {
  plant: Pick<Plant, 'status' | 'lastSeenAt' | 'unreadable'>
  nowMs: number
}

/** Time of the plant's last contact, highlighted when it contradicts the connection state. */
export function LastSeen({ plant, nowMs }: LastSeenProps) {
  const when = (
    <RelativeTime
      value={plant.lastSeenAt}
      isUnreadable={isUnreadable(plant, 'lastSeenAt')}
      className="tabular-nums"
    />
  )
  if (!contradictsLastSeen(plant, nowMs)) return when
  return (
    <StatusBadge isPlain tone="warn">
      {when}
      <span className="sr-only">, although it is reported as online</span>
    </StatusBadge>
  )
}
