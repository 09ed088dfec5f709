import type { Inspection } from './use-inspection'
import { useNow } from './use-now'
import type { PlantDetail } from '@/api/plant-schemas'
import {
  type CertificateCheck,
  certificateChecks,
  validityWords,
} from '@/domain/certificates/certificate-checks'
import { plantNotLoaded } from '@/domain/plant/plant-words'
import type { CertificateInspection } from '@/lib/certificate-files'
import type { Tone } from '@/lib/tone'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Copyable } from '@/ui/facts'
import { MissingLine } from '@/ui/missing-line'
import { Notice } from '@/ui/notice'
import { StatusBadge } from '@/ui/status-badge'
import { TitledSection } from '@/ui/titled-section'
import { UntrustedText } from '@/ui/untrusted-text'
import type { Missing } from '@/ui/use-code'

interface CertificateReportProps {
  inspection: Inspection
  missing: Missing | undefined
  plantId: string
  plant: PlantDetail | undefined
  isPlantFailing: boolean
}

export function CertificateReport(props: CertificateReportProps) {
  const { inspection, missing } = props
  const isRead = typeof inspection !== 'string'
  return (
    <TitledSection title="Certificate">
      {/* Always rendered: screen readers don't announce an element that is added together with its text. */}
      <output className={isRead ? 'sr-only' : 'text-muted'}>
        {isRead ? <Verdict {...props} inspection={inspection} /> : unread[inspection]}
      </output>
      {missing ? (
        <MissingLine missing={missing}>The files can be saved without the check.</MissingLine>
      ) : null}
      {isRead ? <Report {...props} inspection={inspection} /> : null}
    </TitledSection>
  )
}

const unread: Record<Extract<Inspection, string>, string> = {
  reading: 'Reading the certificate…',
  unreadable:
    'client.crt isn’t a readable certificate. Save the files and try: openssl x509 -in client.crt -text',
  unavailable: 'Couldn’t load the certificate check, so the certificate wasn’t checked.',
}

type ReportProps = CertificateReportProps & { inspection: CertificateInspection }

/** Summarizes the checks in one sentence for screen readers. */
function Verdict({ inspection, plantId, plant }: ReportProps) {
  const checks = certificateChecks(inspection, plantId, plant, useNow())
  const good = checks.filter(({ answer }) => answer === 'yes').length
  return `Certificate checked: ${good} of ${checks.length} checks passed.`
}

function Report(props: ReportProps) {
  const { inspection, plantId, plant, isPlantFailing } = props
  const { certificate } = inspection
  const nowMs = useNow()
  const checks = certificateChecks(inspection, plantId, plant, nowMs)
  const facts = [
    ['Subject', <UntrustedText key="subject">{certificate.subject}</UntrustedText>],
    ['Issuer', <UntrustedText key="issuer">{certificate.issuer}</UntrustedText>],
    [
      'Validity',
      <span key="validity" className="tabular-nums">
        <AbsoluteTime value={certificate.notBeforeMs} /> to{' '}
        <AbsoluteTime value={certificate.notAfterMs} />, {validityWords(certificate, nowMs)}
      </span>,
    ],
    [
      'Serial number',
      <Copyable key="serial" label="serial number of the certificate">
        {certificate.serialNumber}
      </Copyable>,
    ],
    [
      'SHA-256',
      <Copyable key="sha" label="fingerprint of the certificate">
        {certificate.fingerprint}
      </Copyable>,
    ],
    ['Key', <UntrustedText key="key">{certificate.keyKind}</UntrustedText>],
  ] as const
  return (
    <>
      <dl className="border-t border-line py-1">
        {facts.map(([label, value]) => (
          <div key={label} className="flex flex-wrap items-baseline gap-x-4 py-1">
            <dt className="w-36 shrink-0 text-muted">{label}</dt>
            <dd className="min-w-0 flex-1 basis-60 wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <ul aria-label="Checks" className="border-y border-line py-1">
        {checks.map((check) => (
          <Check key={check.question} check={check} />
        ))}
      </ul>
      {isPlantFailing ? (
        <div className="mt-2">
          <Notice tone="warn">{plantNotLoaded}, so its fingerprint wasn’t compared.</Notice>
        </div>
      ) : null}
    </>
  )
}

const answers: Record<CertificateCheck['answer'], { tone: Tone; word: string }> = {
  yes: { tone: 'ok', word: 'Yes' },
  no: { tone: 'danger', word: 'No' },
  unknown: { tone: 'neutral', word: 'Can’t determine' },
}

function Check({ check: { question, answer, why } }: { check: CertificateCheck }) {
  const { tone, word } = answers[answer]
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 py-1">
      <span className="w-28 shrink-0 md:w-36">
        <StatusBadge tone={tone} isPlain>
          {word}
        </StatusBadge>
      </span>
      <span className="min-w-0 flex-1 basis-40 wrap-anywhere">
        {question}
        {why ? (
          <span className="block text-muted">
            <UntrustedText>{why}</UntrustedText>
          </span>
        ) : null}
      </span>
    </li>
  )
}
