import type { Plant } from '@/api/plant-schemas'
import { needsCertificate } from '@/domain/certificates/certificate-expiry'
import { authMethodHint, authMethodLabel } from '@/domain/credentials/auth-methods'
import { credentialsIn } from '@/domain/status/lifecycle'
import { formatCount } from '@/lib/format-count'
import { readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'
import { CertificateBadge } from '@/plant-ui/certificate-badge'
import { CertificateExpiry } from '@/plant-ui/certificate-expiry'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Copyable, Fact, Facts } from '@/ui/facts'
import { Panel } from '@/ui/panel'
import { RelativeTime } from '@/ui/relative-time'
import { UntrustedText } from '@/ui/untrusted-text'

interface SecurityFactsProps {
  plant: Plant
  nowMs: number
}

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

function CertificateFacts({ plant, nowMs }: SecurityFactsProps) {
  const { authMethod, certificateExpiresAt, certificateFingerprint, certificateSerialNumber } =
    plant
  // A certificate that is still listed is left over from before the method was changed.
  const otherMethod = needsCertificate(plant) ? undefined : authMethodHint(authMethod)
  const isFieldUnreadable = (name: keyof Plant) => isUnreadable(plant, name)
  const isAnyLost = isUnreadable(
    plant,
    'certificateFingerprint',
    'certificateSerialNumber',
    'certificateExpiresAt',
  )
  const hasNone =
    !isAnyLost && !certificateFingerprint && !certificateSerialNumber && !certificateExpiresAt
  if (hasNone) {
    const missing =
      credentialsIn(plant.lifecycleStatus) === 'none'
        ? 'None yet. Provisioning issues one.'
        : 'The platform lists none.'
    return (
      <Fact label="Certificate">
        <span className="text-muted">
          {otherMethod === undefined ? missing : `None. ${otherMethod}`}
        </span>
      </Fact>
    )
  }
  return (
    <>
      <Fact label="Certificate">
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <CertificateBadge plant={plant} nowMs={nowMs} />
          {otherMethod}
        </span>
      </Fact>
      <Fact label="Certificate expires">
        <span className="flex flex-wrap items-center gap-x-2">
          {otherMethod === undefined ? <CertificateExpiry plant={plant} nowMs={nowMs} /> : null}
          {typeof readInstant(certificateExpiresAt) === 'number' ? (
            <AbsoluteTime value={certificateExpiresAt} className="text-muted tabular-nums" />
          ) : null}
        </span>
      </Fact>
      <Fact label="Certificate serial number">
        <Copyable
          label="certificate serial number"
          isUnreadable={isFieldUnreadable('certificateSerialNumber')}
        >
          {certificateSerialNumber}
        </Copyable>
      </Fact>
      <Fact label="Fingerprint">
        <Copyable label="fingerprint" isUnreadable={isFieldUnreadable('certificateFingerprint')}>
          {certificateFingerprint}
        </Copyable>
      </Fact>
    </>
  )
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
  isUnreadable: boolean
}

function When({ value, isUnreadable: isValueUnreadable }: WhenProps) {
  if (typeof readInstant(value) !== 'number')
    return <AbsoluteTime value={value} isUnreadable={isValueUnreadable} />
  return (
    <span className="flex flex-wrap gap-x-2 tabular-nums">
      <RelativeTime value={value} />
      <AbsoluteTime value={value} className="text-muted" />
    </span>
  )
}
