import { FileBadge } from 'lucide-react'
import type { Plant } from '@/api/plant-schemas'
import { expiryBucket, expiryMeanings } from '@/domain/credentials/certificate-expiry'
import { readInstant } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'
import { Unreadable } from '@/ui/unreadable'

interface CertificateProps {
  plant: Pick<Plant, 'certificateExpiresAt' | 'lifecycleStatus' | 'unreadable'>
  nowMs: number
}

interface CertificateExpiryProps extends CertificateProps {
  /** With the date, beside a CertificateBadge, which does the highlighting. */
  isDated?: boolean
}

/** Expiry of a plant's certificate, highlighted only when action is needed. */
export function CertificateExpiry({ plant, nowMs, isDated = false }: CertificateExpiryProps) {
  const bucket = expiryBucket(plant, nowMs)
  if (bucket === 'none') return <span className="text-faint">–</span>
  if (bucket === 'revoked' && !isDated) return <span className="text-muted">revoked</span>
  if (isUnreadable(plant, 'certificateExpiresAt')) return <Unreadable />
  const { certificateExpiresAt } = plant
  const endMs = readInstant(certificateExpiresAt)
  const when = (
    <>
      {typeof endMs === 'number' && endMs <= nowMs ? 'expired ' : null}
      <RelativeTime value={certificateExpiresAt} />
    </>
  )
  if (isDated) {
    return (
      <span className="flex flex-wrap gap-x-2 tabular-nums">
        <span>{when}</span>
        {typeof endMs === 'number' ? <AbsoluteTime value={endMs} className="text-muted" /> : null}
      </span>
    )
  }
  const { tone } = expiryMeanings[bucket]
  if (tone === 'neutral') return <span className="tabular-nums">{when}</span>
  return (
    <StatusBadge isPlain tone={tone} className="tabular-nums">
      {when}
    </StatusBadge>
  )
}

/** State of a plant's certificate as a badge. */
export function CertificateBadge({ plant, nowMs }: CertificateProps) {
  const { label, tone } = expiryMeanings[expiryBucket(plant, nowMs)]
  return (
    // The neutral tone's own icon means "unknown", but this is known.
    <StatusBadge tone={tone} icon={tone === 'neutral' ? FileBadge : undefined}>
      {label}
    </StatusBadge>
  )
}
