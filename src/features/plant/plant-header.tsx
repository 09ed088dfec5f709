import type { PlantDetail } from '@/api/plant-schemas'
import { wasNeverSeen } from '@/domain/status/connection'
import { isUnreadable } from '@/lib/unreadable'
import { LastSeen } from '@/plant-ui/last-seen'
import { NameText } from '@/plant-ui/name-text'
import { ConnectionBadge, LifecycleBadge } from '@/plant-ui/status-badges'
import { UntrustedText } from '@/ui/untrusted-text'

interface PlantHeaderProps {
  plant: PlantDetail
  nowMs: number
}

export function PlantHeader({ plant, nowMs }: PlantHeaderProps) {
  return (
    <div className="flex flex-col gap-2">
      <h1 className="text-xl font-semibold wrap-anywhere">
        <NameText of={plant} />
      </h1>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted">
        <UntrustedText
          isUnreadable={isUnreadable(plant, 'serialNumber')}
          className="min-w-0 font-mono text-sm wrap-anywhere"
        >
          {plant.serialNumber}
        </UntrustedText>
        <ConnectionBadge plant={plant} />
        <LifecycleBadge plant={plant} />
        <span>
          {wasNeverSeen(plant) ? (
            'Never connected'
          ) : (
            <>
              Last seen <LastSeen plant={plant} nowMs={nowMs} />
            </>
          )}
        </span>
      </div>
    </div>
  )
}
