import { useEffect, useState } from 'react'
import type { ProvisioningPackage } from '@/api/provisioning'
import type { CertificateInspection } from '@/domain/certificate-checks'
import { codePart } from '@/lib/code-part'
import { type Missing, useCode } from '@/ui/use-code'

const x509Part = codePart(() => import('@/lib/x509'))
type X509 = Awaited<ReturnType<typeof x509Part.load>>

/** What reading a package's certificate came to: `unreadable` is the certificate's fault, `unavailable` ours. */
export type Inspection = CertificateInspection | 'reading' | 'unreadable' | 'unavailable'

export function useInspection({ security }: ProvisioningPackage): {
  inspection: Inspection
  missing: Missing | undefined
} {
  const { clientCert, clientKey, caCert } = security
  const { code: x509, missing } = useCode(x509Part, { isNeeded: Boolean(clientCert) })
  const [inspection, setInspection] = useState<Inspection>('reading')
  useEffect(() => {
    let isCurrent = true
    const tell = (found: Inspection) => (isCurrent ? setInspection(found) : undefined)
    if (x509 && clientCert) {
      inspect(x509, clientCert, clientKey ?? '', caCert ?? '').then(tell, () => tell('unavailable'))
    }
    return () => {
      isCurrent = false
    }
  }, [x509, clientCert, clientKey, caCert])
  return { inspection: missing ? 'unavailable' : inspection, missing }
}

async function inspect(
  { isSignedBy, keyMatches, readCertificate }: X509,
  certificatePem: string,
  keyPem: string,
  authorityPem: string,
): Promise<Inspection> {
  const [certificate, isKeyMatching, isSigned] = await Promise.all([
    readCertificate(certificatePem),
    keyMatches(certificatePem, keyPem),
    isSignedBy(certificatePem, authorityPem),
  ])
  if (!certificate) return 'unreadable'
  return { certificate, isKeyMatching, isSigned }
}
