import { useEffect, useState } from 'react'
import type { ProvisioningPackage } from '@/api/provisioning'
import type { CertificateInspection } from '@/domain/certificate-checks'

/** What reading a package's certificate came to: `unreadable` is the certificate's fault, `unavailable` ours. */
export type Inspection = CertificateInspection | 'reading' | 'unreadable' | 'unavailable'

export function useInspection({ security }: ProvisioningPackage): Inspection {
  const { clientCert, clientKey, caCert } = security
  const [inspection, setInspection] = useState<Inspection>('reading')
  useEffect(() => {
    let isCurrent = true
    const tell = (found: Inspection) => (isCurrent ? setInspection(found) : undefined)
    if (clientCert) {
      inspect(clientCert, clientKey ?? '', caCert ?? '').then(tell, () => tell('unavailable'))
    }
    return () => {
      isCurrent = false
    }
  }, [clientCert, clientKey, caCert])
  return inspection
}

async function inspect(
  certificatePem: string,
  keyPem: string,
  authorityPem: string,
): Promise<Inspection> {
  const { isSignedBy, keyMatches, readCertificate } = await import('@/lib/x509')
  const [certificate, isKeyMatching, isSigned] = await Promise.all([
    readCertificate(certificatePem),
    keyMatches(certificatePem, keyPem),
    isSignedBy(certificatePem, authorityPem),
  ])
  if (!certificate) return 'unreadable'
  return { certificate, isKeyMatching, isSigned }
}
