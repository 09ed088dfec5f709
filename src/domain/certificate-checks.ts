import type { Plant } from '@/api/plant-schemas'
import { formatCount } from '@/lib/format-count'
import { readHexDigits } from '@/lib/hex-digits'
import { dayMs } from '@/lib/instants'
import type { Answer, CertificateReading, IssuerFinding, IssuerProblem } from '@/lib/x509'

/** What was read of a package's certificate, key and authority. */
export interface CertificateInspection {
  certificate: CertificateReading
  isKeyMatching: Answer
  isSigned: IssuerFinding
}

/** One question about a certificate, answered. */
export interface CertificateCheck {
  question: string
  answer: Answer
  /** Why it is not a yes, and what to do. */
  why?: string | undefined
}

const issuerProblems: Record<IssuerProblem, string> = {
  unreadable: 'ca.crt could not be read.',
  'other-name': 'Another authority issued it: the broker will refuse it if it knows only ca.crt.',
  'no-authority': 'ca.crt is not allowed to sign certificates.',
  'rights-unsaid':
    'It did, but ca.crt does not say that it may. A broker that heeds this refuses the plant.',
  signature: 'The signature does not hold, although the names agree.',
  unsupported: 'This browser cannot check the signature. On plain http none can.',
}

/** All that can be told of a new certificate; `plant` is the plant as read after issuing, once it is. */
export function certificateChecks(
  inspection: CertificateInspection,
  plantId: string,
  plant: Plant | undefined,
  nowMs: number,
): CertificateCheck[] {
  const { certificate, isKeyMatching, isSigned } = inspection
  return [
    {
      question: 'client.key belongs to client.crt',
      answer: isKeyMatching,
      why: {
        yes: undefined,
        no: 'It is the key of another certificate: the plant cannot sign in with it. Provision again.',
        unknown: 'This browser cannot read the key. Try: openssl pkey -in client.key -pubout',
      }[isKeyMatching],
    },
    {
      question: 'ca.crt signed client.crt',
      answer: isSigned.answer,
      why: isSigned.problem && issuerProblems[isSigned.problem],
    },
    validNow('client.crt', certificate, nowMs),
    authorityCheck(isSigned, nowMs),
    nameCheck(certificate, plantId),
    fingerprintCheck(certificate, plant),
  ]
}

/** How long a certificate holds, in words. */
export function validityWords(
  { notBeforeMs, notAfterMs }: Pick<CertificateReading, 'notBeforeMs' | 'notAfterMs'>,
  nowMs: number,
): string {
  if (nowMs < notBeforeMs) return 'not valid yet'
  if (nowMs > notAfterMs) return 'expired'
  const days = Math.floor((notAfterMs - nowMs) / dayMs)
  if (days === 0) return 'valid for less than a day'
  return days === 1 ? 'valid for 1 day' : `valid for ${formatCount(days)} days`
}

/** Whether two fingerprints are the same, however they are written. */
export function isSameFingerprint(one: string, other: string): boolean {
  const [a, b] = [one, other].map(hexDigits)
  return a !== '' && a === b
}

/** Whether two serial numbers are the same: in hex with or without colons and zeros ahead, or one in decimal. */
export function isSameSerialNumber(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => hexDigits(text).replace(/^0+/, ''))
  if (a === '') return false
  return a === b || asDecimal(one) === b || asDecimal(other) === a
}

function validNow(name: string, reading: CertificateReading, nowMs: number): CertificateCheck {
  const isEarly = nowMs < reading.notBeforeMs
  const isLate = nowMs > reading.notAfterMs
  const clock = "Check this computer's clock first."
  const why = isEarly ? `It is not valid yet. ${clock}` : `It has expired. ${clock}`
  const answer = isEarly || isLate ? 'no' : 'yes'
  return { question: `${name} is valid now`, answer, why: answer === 'yes' ? undefined : why }
}

/** A bundle may hold several: the one that signed is what the broker goes by. */
function authorityCheck({ authority }: IssuerFinding, nowMs: number): CertificateCheck {
  if (authority) return validNow('ca.crt', authority, nowMs)
  const why = 'Nothing in it is known to have signed client.crt.'
  return { question: 'ca.crt is valid now', answer: 'unknown', why }
}

/** The common name is the plant's id (contract/platform.md: "the CN is the plant id and the MQTT username"). */
function nameCheck({ commonNames }: CertificateReading, plantId: string): CertificateCheck {
  const question = "It is in this plant's name"
  const isOwn = commonNames.some((name) => name.toLowerCase() === plantId.toLowerCase())
  if (isOwn) return { question, answer: 'yes' }
  const name = commonNames.join(', ')
  return {
    question,
    answer: 'no',
    why: name
      ? `It is in the name of ${name}. A broker that goes by the name will take the plant for another.`
      : 'It bears no name.',
  }
}

function fingerprintCheck(
  { fingerprint }: CertificateReading,
  plant: Plant | undefined,
): CertificateCheck {
  const question = 'The platform names the same fingerprint'
  const named = plant?.certificateFingerprint
  if (plant === undefined) return { question, answer: 'unknown', why: 'The plant is not read yet.' }
  if (!named) return { question, answer: 'unknown', why: 'The platform names none.' }
  if (!fingerprint) {
    return { question, answer: 'unknown', why: 'This browser cannot compute it on plain http.' }
  }
  // A shorter one is of another kind, SHA-1 mostly.
  if (hexDigits(named).length !== hexDigits(fingerprint).length) {
    return { question, answer: 'unknown', why: 'The platform names one of another kind.' }
  }
  if (isSameFingerprint(named, fingerprint)) return { question, answer: 'yes' }
  const why = 'Another certificate was issued meanwhile, or this is not the latest package.'
  return { question, answer: 'no', why }
}

const hexDigits = (text: string) => readHexDigits(text) ?? ''

const asDecimal = (text: string) => (/^\d+$/.test(text) ? BigInt(text).toString(16) : undefined)
