import type { Inspection } from './use-inspection'
import type { PlantDetail } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'
import { certificateChange } from '@/domain/certificates/certificate-change'
import { listsOther } from '@/domain/certificates/certificate-checks'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

interface IssuedCertificate {
  inspection: Inspection
  before: PlantDetail
  action: Issued['action']
}

/**
 * Returns a plant that lists another certificate than the package has. Its previous one doesn't count after provisioning: the
 * record may be updated a little later.
 */
export function otherCertificateIn(
  plant: PlantDetail | undefined,
  { inspection, before, action }: IssuedCertificate,
): PlantDetail | undefined {
  if (!plant || typeof inspection === 'string') return undefined
  const isNew = action === 'download' || certificateChange(before, plant) === 'changed'
  return isNew && listsOther(inspection.certificate, plant) ? plant : undefined
}

/** Warns that the platform lists another certificate: a request that was executed twice issues two. */
export function OtherCertificate({ plant }: { plant: PlantDetail }) {
  return (
    <Notice tone="warn" title="The platform lists another certificate">
      <p>
        Its serial number is{' '}
        <UntrustedText className="font-mono text-sm wrap-anywhere" fallback="not listed">
          {plant.certificateSerialNumber}
        </UntrustedText>
        . Your browser may have sent the request twice, or someone else has provisioned the plant
        since. This package may not work: try Download package, or provision again.
      </p>
    </Notice>
  )
}
