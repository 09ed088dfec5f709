import type { Plant } from '@/api/plant-schemas'
import type { ChainFinding, ChainProblem, Issuer } from '@/lib/certificate-chain'
import type { CertificateInspection } from '@/lib/certificate-files'
import { countOf } from '@/lib/format-count'
import { hexOfDecimal, readHexDigits } from '@/lib/hex-digits'
import { dayMs } from '@/lib/instants'
import type { Answer, CertificateReading } from '@/lib/x509'

/** One question about an issued certificate, with its answer. */
export interface CertificateCheck {
  question: string
  answer: Answer
  why?: string | undefined
}

const chainProblems: Record<ChainProblem, (subject: string) => string> = {
  unreadable: () => 'ca.crt is unreadable.',
  'other-issuer': () =>
    'Another authority issued it. A broker that knows only ca.crt will refuse it.',
  'missing-issuer': (subject) =>
    `The chain ends at ${subject}, whose issuer is in neither file. A broker that knows only ca.crt will refuse it.`,
  'other-root': (subject) =>
    `The chain ends at ${subject}, which is not in ca.crt. A broker that knows only ca.crt will refuse it.`,
  'no-authority': (subject) => `${subject} is not allowed to sign certificates.`,
  'path-length': (subject) =>
    `${subject} does not allow this many intermediate certificates below it.`,
  signature: (subject) => `The signature is invalid, although the issuer’s name is ${subject}.`,
  'rights-unsaid': (subject) =>
    `The signatures are valid, but ${subject} doesn’t state that it may sign certificates. Some brokers will refuse it.`,
  'no-root': (subject) =>
    `ca.crt contains ${subject}, but not the root above it. Brokers that use OpenSSL, such as Mosquitto, will refuse the plant.`,
  'second-choice': (subject) =>
    `More than one certificate has the name of the issuer of ${subject}. Brokers that use OpenSSL try the wrong one first and will refuse the plant.`,
  'too-many': () =>
    'The files contain too many certificates to try every chain. Check with: openssl verify',
  unsupported: () =>
    'This browser can’t check the signature. Browsers can do that only over HTTPS.',
}

/** Runs all checks of a new certificate; `plant` is the plant as read after issuing, or undefined before that. */
export function certificateChecks(
  inspection: CertificateInspection,
  plantId: string,
  plant: Plant | undefined,
  nowMs: number,
): CertificateCheck[] {
  const { certificate, isKeyMatching, signing } = inspection
  return [
    {
      question: 'client.key belongs to client.crt',
      answer: isKeyMatching,
      why: {
        yes: undefined,
        no: 'It is the key of another certificate, so the plant can’t connect with it. Provision again.',
        unknown: 'This browser cannot read the key. Try: openssl pkey -in client.key -pubout',
      }[isKeyMatching],
    },
    signingCheck(signing),
    validNow('client.crt is valid now', [certificate], nowMs),
    ...intermediatesCheck(signing, nowMs),
    authorityCheck(signing, nowMs),
    nameCheck(certificate, plantId),
    fingerprintCheck(certificate, plant),
  ]
}

/** Describes how long a certificate is valid. */
export function validityWords(
  { notBeforeMs, notAfterMs }: Pick<CertificateReading, 'notBeforeMs' | 'notAfterMs'>,
  nowMs: number,
): string {
  if (nowMs < notBeforeMs) return 'not valid yet'
  if (nowMs > notAfterMs) return 'expired'
  const days = Math.floor((notAfterMs - nowMs) / dayMs)
  if (days === 0) return 'valid for less than a day'
  return `valid for ${countOf(days, 'day')}`
}

/** Returns true when two fingerprints are equal in any notation. */
export function isSameFingerprint(one: string, other: string): boolean {
  const [a, b] = [one, other].map(hexDigits)
  return a !== '' && a === b
}

/** Returns true when two serial numbers are equal: in hex of any notation, or one of them in decimal. */
export function isSameSerialNumber(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => hexDigits(text).replace(/^0+/, ''))
  if (a === '') return false
  return a === b || hexOfDecimal(one) === b || hexOfDecimal(other) === a
}

function signingCheck({ answer, problem, subject = '', chain }: ChainFinding): CertificateCheck {
  const isDirect = inFile(chain, 'client.crt').length === 0
  return {
    question: `ca.crt signed client.crt${isDirect ? '' : ', through intermediate certificates'}`,
    answer,
    why: problem && chainProblems[problem](subject),
  }
}

function validNow(
  question: string,
  readings: readonly CertificateReading[],
  nowMs: number,
): CertificateCheck {
  const faults = readings.flatMap(({ subject, notBeforeMs, notAfterMs }) => {
    const name = readings.length === 1 ? 'It' : subject
    if (nowMs < notBeforeMs) return [`${name} is not valid yet.`]
    return nowMs > notAfterMs ? [`${name} has expired.`] : []
  })
  if (faults.length === 0) return { question, answer: 'yes', why: undefined }
  return { question, answer: 'no', why: faults.join(' ') }
}

function intermediatesCheck({ chain }: ChainFinding, nowMs: number): CertificateCheck[] {
  const sent = inFile(chain, 'client.crt')
  if (sent.length === 0) return []
  return [validNow('The intermediate certificates in client.crt are valid now', sent, nowMs)]
}

/** A bundle may contain several authorities; the broker uses those in the chain. */
function authorityCheck({ chain }: ChainFinding, nowMs: number): CertificateCheck {
  const question = 'ca.crt is valid now'
  const trusted = inFile(chain, 'ca.crt')
  if (trusted.length > 0) return validNow(question, trusted, nowMs)
  const why = 'None of its certificates is known to have signed client.crt.'
  return { question, answer: 'unknown', why }
}

const inFile = (chain: readonly Issuer[], wanted: Issuer['file']) =>
  chain.flatMap(({ file, certificate }) => (file === wanted ? [certificate] : []))

/** The common name is the plant's id (contract/platform.md: "the CN is the plant id and the MQTT username"). */
function nameCheck({ commonNames }: CertificateReading, plantId: string): CertificateCheck {
  const question = 'It is issued to this plant'
  const isOwn = commonNames.some((name) => name.toLowerCase() === plantId.toLowerCase())
  if (isOwn) return { question, answer: 'yes' }
  const name = commonNames.join(', ')
  return {
    question,
    answer: 'no',
    why: name
      ? `It is issued to ${name}. A broker that identifies plants by name will mistake this plant for another.`
      : 'It has no name.',
  }
}

function fingerprintCheck(
  { fingerprint }: CertificateReading,
  plant: Plant | undefined,
): CertificateCheck {
  const question = 'The platform lists the same fingerprint'
  const named = plant?.certificateFingerprint
  if (plant === undefined)
    return { question, answer: 'unknown', why: 'The plant isn’t loaded yet.' }
  if (!named) return { question, answer: 'unknown', why: 'The platform lists none.' }
  if (!fingerprint) {
    return { question, answer: 'unknown', why: 'This browser can’t compute it over plain HTTP.' }
  }
  // A shorter one is of another type, usually SHA-1.
  if (hexDigits(named).length !== hexDigits(fingerprint).length) {
    return { question, answer: 'unknown', why: 'The platform lists one of another type.' }
  }
  if (isSameFingerprint(named, fingerprint)) return { question, answer: 'yes' }
  const why = 'Another certificate was issued since, or this isn’t the latest package.'
  return { question, answer: 'no', why }
}

/**
 * Returns true when the platform lists another certificate than an issued one: by its serial number, or without one by its
 * fingerprint. Values in an unknown notation show nothing.
 */
export function listsOther(
  { serialNumber, fingerprint }: Pick<CertificateReading, 'serialNumber' | 'fingerprint'>,
  { certificateSerialNumber, certificateFingerprint }: Partial<Plant>,
): boolean {
  if (certificateSerialNumber && hexDigits(certificateSerialNumber) !== '') {
    return !isSameSerialNumber(serialNumber, certificateSerialNumber)
  }
  const [listed, own] = [hexDigits(certificateFingerprint ?? ''), hexDigits(fingerprint ?? '')]
  return listed !== '' && listed.length === own.length && listed !== own
}

const hexDigits = (text: string) => readHexDigits(text) ?? ''
