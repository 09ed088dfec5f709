import type { Plant } from '@/api/plant-schemas'
import {
  awaitsCertificate,
  disuseOf,
  disuseWords,
  expiryBucket,
  expiryMeanings,
  noCertificateYet,
} from '@/domain/certificates/certificate-expiry'
import type { CredentialMembers } from '@/domain/credentials/awaits-credentials'
import { isUnreadable } from '@/lib/unreadable'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'
import { Unreadable } from '@/ui/unreadable'

interface CertificateExpiryProps {
  plant: Pick<Plant, 'authMethod'> & CredentialMembers
  nowMs: number
  /** Leaves out the word “expired” beside the icon, except on phones, on paper and for screen readers. */
  isBrief?: boolean
}

/** Expiry of a plant's certificate, highlighted only when action is needed. */
export function CertificateExpiry({ plant, nowMs, isBrief = false }: CertificateExpiryProps) {
  if (awaitsCertificate(plant)) return <span className="text-muted">{noCertificateYet}</span>
  const bucket = expiryBucket(plant, nowMs)
  if (bucket === 'none') return <span className="text-faint">–</span>
  const disuse = disuseOf(plant)
  if (disuse !== undefined) return <span className="text-muted">{disuseWords[disuse].text}</span>
  if (isUnreadable(plant, 'certificateExpiresAt')) return <Unreadable />
  const { tone } = expiryMeanings[bucket]
  const when = (
    <>
      {bucket === 'expired' ? (
        <span className={isBrief ? 'md:sr-only print:not-sr-only' : undefined}>expired </span>
      ) : null}
      <RelativeTime value={plant.certificateExpiresAt} />
    </>
  )
  if (tone === 'neutral') return <span className="tabular-nums">{when}</span>
  return (
    <StatusBadge isPlain tone={tone} className="tabular-nums">
      {when}
    </StatusBadge>
  )
}
