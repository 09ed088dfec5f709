import type { ReactNode } from 'react'
import { ConnectionBadge, LifecycleBadge } from './status-badges'
import type { PlantDetail } from '@/api/plant-schemas'
import { isUnreadable } from '@/lib/unreadable'
import { RelativeTime } from '@/ui/relative-time'
import { UntrustedText } from '@/ui/untrusted-text'

interface PlantSummaryProps {
  plant: PlantDetail
  readAtMs: number
}

export function PlantSummary({ plant, readAtMs }: PlantSummaryProps) {
  const isFieldUnreadable = (name: keyof PlantDetail) => isUnreadable(plant, name)
  return (
    <div className="rounded-md border border-line px-3 py-1.5">
      <dl className="grid gap-x-6 md:grid-cols-2">
        <Row label="Serial number">
          <UntrustedText
            isUnreadable={isFieldUnreadable('serialNumber')}
            className="font-mono text-sm whitespace-pre-wrap"
          >
            {plant.serialNumber}
          </UntrustedText>
        </Row>
        <Row label="Lifecycle">
          <LifecycleBadge plant={plant} />
        </Row>
        <Row label="Last seen">
          <RelativeTime
            value={plant.lastSeenAt}
            isUnreadable={isFieldUnreadable('lastSeenAt')}
            className="tabular-nums"
          />
        </Row>
        <Row label="Connection">
          <ConnectionBadge plant={plant} />
        </Row>
      </dl>
      <p aria-live="off" className="text-xs text-muted tabular-nums">
        Checked <RelativeTime value={readAtMs} />
      </p>
    </div>
  )
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-7 items-center gap-3">
      <dt className="w-24 shrink-0 text-muted">{label}</dt>
      <dd className="min-w-0 flex-1 wrap-anywhere">{children}</dd>
    </div>
  )
}
