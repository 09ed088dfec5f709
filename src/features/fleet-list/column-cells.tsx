import type { ReactElement, ReactNode } from 'react'
import type { Plant } from '@/api/plant-schemas'
import { authMethodLabel } from '@/domain/credentials/auth-methods'
import type { ListColumn } from '@/domain/fleet/list-columns'
import { plantTypeLabel } from '@/domain/plant/plant-words'
import { urgencyOf } from '@/domain/problems/urgency'
import { connectionMeaning } from '@/domain/status/connection'
import { lifecycleMeaning } from '@/domain/status/lifecycle'
import type { Meaning } from '@/domain/status/meaning'
import { formatCount } from '@/lib/format-count'
import { isUnreadable } from '@/lib/unreadable'
import { CertificateExpiry } from '@/plant-ui/certificate-expiry'
import { LastSeen } from '@/plant-ui/last-seen'
import { MeaningBadge } from '@/plant-ui/status-badges'
import { RelativeTime } from '@/ui/relative-time'
import { toneText } from '@/ui/tone-classes'
import { ToneIcon } from '@/ui/tone-icon'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

type Cell = (plant: Plant, nowMs: number) => ReactNode

const text = (value: string | null | undefined, isValueUnreadable: boolean) => (
  <UntrustedText isTruncated isUnreadable={isValueUnreadable}>
    {value}
  </UntrustedText>
)

const cells: Record<Exclude<ListColumn, 'name'>, Cell> = {
  urgency: (plant, nowMs) => <Reason plant={plant} nowMs={nowMs} />,
  serialNumber: (plant) => text(plant.serialNumber, isUnreadable(plant, 'serialNumber')),
  status: (plant) => badgeOf(connectionMeaning(plant)),
  lifecycle: (plant) => badgeOf(lifecycleMeaning(plant)),
  cert: (plant, nowMs) => <CertificateExpiry isBrief plant={plant} nowMs={nowMs} />,
  seen: (plant, nowMs) => <LastSeen plant={plant} nowMs={nowMs} />,
  failures: (plant) => <Failures plant={plant} />,
  type: (plant) => text(plantTypeLabel(plant.type), isUnreadable(plant, 'type')),
  auth: (plant) => text(authMethodLabel(plant.authMethod), isUnreadable(plant, 'authMethod')),
  template: (plant) => text(plant.template?.name, isUnreadable(plant, 'template')),
  created: (plant) => (
    <RelativeTime
      value={plant.createdAt}
      absent="–"
      isUnreadable={isUnreadable(plant, 'createdAt')}
      className="tabular-nums"
    />
  ),
}

const badges = new WeakMap<Meaning, ReactElement>()

/** Returns the same element for the same meaning: a row that shows another plant leaves it alone. */
function badgeOf(meaning: Meaning): ReactElement {
  const known = badges.get(meaning)
  if (known) return known
  const badge = <MeaningBadge isPlain meaning={meaning} />
  badges.set(meaning, badge)
  return badge
}

/** Returns what a column other than the name shows of a plant, judged at `nowMs`. */
export function cellOf(column: Exclude<ListColumn, 'name'>, plant: Plant, nowMs: number) {
  return cells[column](plant, nowMs)
}

function Reason({ plant, nowMs }: { plant: Plant; nowMs: number }) {
  const reason = urgencyOf(plant, nowMs)
  if (!reason) return <span className="text-faint">–</span>
  const { tone, text: words, at } = reason
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-1.5 align-middle">
      {/* The words stay black: a list that begins with the worst would be red from top to bottom. */}
      <span className={toneText[tone]}>
        <ToneIcon tone={tone} />
      </span>
      <span className="truncate" title={words}>
        {words}
      </span>{' '}
      {at === undefined || at === null ? null : (
        <RelativeTime value={at} className="shrink-0 tabular-nums" />
      )}
    </span>
  )
}

function Failures({ plant }: { plant: Plant }) {
  if (isUnreadable(plant, 'authFailureCount')) return <Unreadable />
  const { authFailureCount: count } = plant
  const isWorthy = typeof count === 'number' && count > 0
  return (
    <span className={isWorthy ? 'text-warn' : 'text-faint'}>
      {typeof count === 'number' ? formatCount(count) : '–'}
    </span>
  )
}
