import { FileBadge } from 'lucide-react'
import type { Plant } from '@/api/plant-schemas'
import { expiryBucket, expiryMeanings } from '@/domain/credentials/certificate-expiry'
import { authMethodLabel } from '@/domain/plant/plant-words'
import { formatCount } from '@/lib/format-count'
import { dayMs, readInstant } from '@/lib/instants'
import { lookUp } from '@/lib/look-up'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Copyable, Fact, Facts } from '@/ui/facts'
import { Panel } from '@/ui/panel'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'
import { UntrustedText } from '@/ui/untrusted-text'

interface SecurityFactsProps {
  plant: Plant
  nowMs: number
}

/** Facts about a plant's credentials; contains no secrets. */
export function SecurityFacts({ plant, nowMs }: SecurityFactsProps) {
  return (
    <Panel title="Credentials" className="break-inside-avoid">
      <Facts>
        <Fact label="Method">
          <UntrustedText isUnreadable={isUnreadable(plant, 'authMethod')}>
            {authMethodLabel(plant.authMethod)}
          </UntrustedText>
        </Fact>
        <CertificateFacts plant={plant} nowMs={nowMs} />
        <Fact label="Failures">
          <Failures plant={plant} />
        </Fact>
        <Fact label="Secret rotated">
          <When
            value={plant.secretRotatedAt}
            isUnreadable={isUnreadable(plant, 'secretRotatedAt')}
          />
        </Fact>
      </Facts>
    </Panel>
  )
}

const without: Partial<Record<string, string>> = {
  TOKEN: 'None. This plant authenticates with a token.',
  PASSWORD: 'None. This plant authenticates with a username and password.',
}

function CertificateFacts({ plant, nowMs }: SecurityFactsProps) {
  const { authMethod, certificateExpiresAt, certificateFingerprint, certificateSerialNumber } =
    plant
  const isLost = (name: keyof Plant) => isUnreadable(plant, name)
  const isAnyLost = isUnreadable(
    plant,
    'certificateFingerprint',
    'certificateSerialNumber',
    'certificateExpiresAt',
  )
  const hasNone =
    !isAnyLost && !certificateFingerprint && !certificateSerialNumber && !certificateExpiresAt
  if (hasNone) {
    const reason = lookUp(without, authMethod)
    const isPending = plant.lifecycleStatus === 'PENDING'
    return (
      <Fact label="Certificate">
        <span className="text-muted">
          {reason ??
            (isPending ? 'None yet. Provisioning issues one.' : 'The platform lists none.')}
        </span>
      </Fact>
    )
  }
  return (
    <>
      <Fact label="Certificate">
        <CertificateState plant={plant} nowMs={nowMs} />
      </Fact>
      <Fact label="Certificate expires">
        <When
          value={certificateExpiresAt}
          isUnreadable={isLost('certificateExpiresAt')}
          absent="–"
          past="expired"
          nowMs={nowMs}
        />
      </Fact>
      <Fact label="Certificate serial number">
        <Copyable
          label="certificate serial number"
          isUnreadable={isLost('certificateSerialNumber')}
        >
          {certificateSerialNumber}
        </Copyable>
      </Fact>
      <Fact label="Fingerprint">
        <Copyable label="fingerprint" isUnreadable={isLost('certificateFingerprint')}>
          {certificateFingerprint}
        </Copyable>
      </Fact>
    </>
  )
}

function CertificateState({ plant, nowMs }: SecurityFactsProps) {
  const bucket = expiryBucket(plant, nowMs)
  const { label, tone } = expiryMeanings[bucket]
  const endMs = readInstant(plant.certificateExpiresAt)
  const daysLeft = typeof endMs === 'number' ? Math.floor((endMs - nowMs) / dayMs) : -1
  const isCounted = daysLeft >= 0 && bucket !== 'revoked'
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {/* The neutral tone's own icon means "unknown", but this is known. */}
      <StatusBadge tone={tone} icon={tone === 'neutral' ? FileBadge : undefined}>
        {label}
      </StatusBadge>
      {isCounted ? <span className="tabular-nums">{daysWords(daysLeft)} left</span> : null}
    </span>
  )
}

function daysWords(days: number): string {
  if (days === 0) return 'less than a day'
  return days === 1 ? '1 day' : `${formatCount(days)} days`
}

function Failures({ plant }: { plant: Plant }) {
  const { authFailureCount, lastAuthFailureAt } = plant
  const isLastLost = isUnreadable(plant, 'lastAuthFailureAt')
  return (
    <span className="tabular-nums">
      <UntrustedText isUnreadable={isUnreadable(plant, 'authFailureCount')}>
        {typeof authFailureCount === 'number' ? formatCount(authFailureCount) : null}
      </UntrustedText>
      {lastAuthFailureAt || isLastLost ? (
        <span className="text-muted">
          {', most recent '}
          <RelativeTime value={lastAuthFailureAt} isUnreadable={isLastLost} />
        </span>
      ) : null}
    </span>
  )
}

interface WhenProps {
  value: string | null | undefined
  absent?: string
  isUnreadable?: boolean
  /** Shown before a time in the past. */
  past?: string
  nowMs?: number
}

function When(props: WhenProps) {
  const { value, absent = 'never', isUnreadable: isLost = false, past, nowMs = 0 } = props
  const atMs = readInstant(value)
  if (typeof atMs !== 'number') {
    return <AbsoluteTime value={value} absent={absent} isUnreadable={isLost} />
  }
  return (
    <span className="flex flex-wrap gap-x-2 tabular-nums">
      <span>
        {past && atMs <= nowMs ? `${past} ` : null}
        <RelativeTime value={value} />
      </span>
      <AbsoluteTime value={value} className="text-muted" />
    </span>
  )
}
