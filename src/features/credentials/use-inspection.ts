import { useEffect, useState } from 'react'
import type { ProvisioningPackage } from '@/api/provisioning'
import type { CertificateInspection } from '@/lib/certificate-files'
import { codePart } from '@/lib/code-part'
import { serverNow } from '@/lib/server-clock'
import { type Missing, useCode } from '@/ui/use-code'

const filesPart = codePart(() => import('@/lib/certificate-files'))

/** `unreadable` means that the certificate is faulty, `unavailable` that the browser couldn't check it. */
export type Inspection = CertificateInspection | 'reading' | 'unreadable' | 'unavailable'

export function useInspection({ security }: ProvisioningPackage): {
  inspection: Inspection
  missing: Missing | undefined
} {
  const { clientCert, clientKey, caCert } = security
  const { code, missing } = useCode(filesPart, { isNeeded: Boolean(clientCert) })
  const [inspection, setInspection] = useState<Inspection>('reading')
  useEffect(() => {
    let isCurrent = true
    const finish = (found: Inspection) => (isCurrent ? setInspection(found) : undefined)
    if (code && clientCert) {
      const files = { clientCert, clientKey: clientKey ?? '', caCert: caCert ?? '' }
      code.inspectFiles(files, serverNow()).then(
        (found) => finish(found ?? 'unreadable'),
        () => finish('unavailable'),
      )
    }
    return () => {
      isCurrent = false
    }
  }, [code, clientCert, clientKey, caCert])
  return { inspection: missing ? 'unavailable' : inspection, missing }
}
