import type { ReactNode } from 'react'
import type { Inspection } from './use-inspection'
import { type CertificateFacts, namesCertificate } from '@/domain/certificates/certificate-change'
import { isSameFingerprint, isSameSerialNumber } from '@/domain/certificates/certificate-checks'
import { readInstant, secondMs } from '@/lib/instants'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { TitledSection } from '@/ui/titled-section'
import { UntrustedText } from '@/ui/untrusted-text'

interface RenewalComparisonProps {
  before: CertificateFacts
  after: CertificateFacts | undefined
  /** Shown while `after` is missing. */
  pending: string
  inspection: Inspection
  actions?: ReactNode
}

export function RenewalComparison({
  before,
  after,
  pending,
  inspection,
  actions,
}: RenewalComparisonProps) {
  if (!namesCertificate(before)) return null
  const own = typeof inspection === 'string' ? undefined : inspection.certificate
  const nowOrPending = (value: (plant: CertificateFacts) => ReactNode) =>
    after ? value(after) : pending
  const code = (
    plant: CertificateFacts,
    name: 'certificateSerialNumber' | 'certificateFingerprint',
  ) => (
    <UntrustedText
      isUnreadable={isUnreadable(plant, name)}
      className="font-mono text-sm wrap-anywhere whitespace-normal"
    >
      {plant[name]}
    </UntrustedText>
  )
  const expiry = (plant: CertificateFacts) => (
    <AbsoluteTime
      value={plant.certificateExpiresAt}
      absent="–"
      isUnreadable={isUnreadable(plant, 'certificateExpiresAt')}
      className="tabular-nums"
    />
  )
  const rows = [
    {
      label: 'Serial number',
      was: code(before, 'certificateSerialNumber'),
      is: nowOrPending((plant) => code(plant, 'certificateSerialNumber')),
      isOdd:
        own &&
        after?.certificateSerialNumber &&
        !isSameSerialNumber(own.serialNumber, after.certificateSerialNumber),
    },
    {
      label: 'Fingerprint',
      was: code(before, 'certificateFingerprint'),
      is: nowOrPending((plant) => code(plant, 'certificateFingerprint')),
      isOdd:
        own?.fingerprint &&
        after?.certificateFingerprint &&
        !isSameFingerprint(own.fingerprint, after.certificateFingerprint),
    },
    {
      label: 'Expires',
      was: expiry(before),
      is: nowOrPending(expiry),
      isOdd: own && differs(readInstant(after?.certificateExpiresAt), own.notAfterMs),
    },
  ]
  return (
    <TitledSection title="Before and after" actions={actions}>
      <Table label="The certificate before and after" isCards>
        <THead>
          <Tr>
            <Th>Certificate</Th>
            <Th>Previous</Th>
            <Th>Now</Th>
          </Tr>
        </THead>
        <TBody>
          {rows.map(({ label, was, is, isOdd }) => (
            <Tr key={label}>
              <Td isCardTitle>{label}</Td>
              <Td label="Previous" className="whitespace-normal! text-muted">
                {was}
              </Td>
              <Td label="Now" className="whitespace-normal!">
                {is}
                {isOdd ? (
                  <span className="block text-warn">Differs from the certificate.</span>
                ) : null}
              </Td>
            </Tr>
          ))}
        </TBody>
      </Table>
    </TitledSection>
  )
}

/** Certificates store times in whole seconds. */
function differs(oneMs: number | null | undefined, otherMs: number): boolean {
  return typeof oneMs === 'number' && Math.abs(oneMs - otherMs) >= secondMs
}
