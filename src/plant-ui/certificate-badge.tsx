import { FileBadge } from 'lucide-react'
import type { Plant } from '@/api/plant-schemas'
import { expiryBucket, expiryMeanings } from '@/domain/certificates/certificate-expiry'
import { StatusBadge } from '@/ui/status-badge'

interface CertificateBadgeProps {
  plant: Pick<Plant, 'authMethod' | 'certificateExpiresAt' | 'lifecycleStatus' | 'unreadable'>
  nowMs: number
}

export function CertificateBadge({ plant, nowMs }: CertificateBadgeProps) {
  const { label, tone } = expiryMeanings[expiryBucket(plant, nowMs)]
  return (
    // The neutral tone's own icon means "unknown", but this is known.
    <StatusBadge tone={tone} icon={tone === 'neutral' ? FileBadge : undefined}>
      {label}
    </StatusBadge>
  )
}
