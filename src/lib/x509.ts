// Large, so it is loaded on demand. The library needs the metadata polyfill to be loaded first.
import 'reflect-metadata'
import { X509Certificate } from '@peculiar/x509'
import { derChild } from './der'
import { readPem } from './pem'

/** Answer to a question about a certificate; unknown when the browser can't tell. */
export type Answer = 'yes' | 'no' | 'unknown'

/** The fields of a certificate that people compare. */
export interface CertificateReading {
  subject: string
  issuer: string
  commonNames: string[]
  serialNumber: string
  notBeforeMs: number
  notAfterMs: number
  /** SHA-256 of the whole certificate as hex pairs with colons; undefined without `crypto.subtle`. */
  fingerprint: string | undefined
  keyKind: string
}

/** Reads the first certificate of a PEM text; undefined when none can be read. */
export async function readCertificate(pem: string): Promise<CertificateReading | undefined> {
  const certificate = parseAll(pem)[0]
  return certificate && certificateReadingOf(certificate)
}

/** Extracts the fields of a parsed certificate. */
export async function certificateReadingOf(
  certificate: X509Certificate,
): Promise<CertificateReading> {
  return {
    subject: certificate.subject,
    issuer: certificate.issuer,
    commonNames: certificate.subjectName.getField('CN'),
    serialNumber: certificate.serialNumber.toUpperCase(),
    notBeforeMs: certificate.notBefore.getTime(),
    notAfterMs: certificate.notAfter.getTime(),
    fingerprint: await fingerprintOf(certificate),
    keyKind: keyKindOf(certificate),
  }
}

/** Checks by a signature that a private key belongs to a certificate; `unknown` for types it can't use. */
export async function keyMatches(certificatePem: string, keyPem: string): Promise<Answer> {
  const publicKey = parseAll(certificatePem)[0]?.publicKey
  const keyBytes = readPem(keyPem).find(({ label }) => label === 'PRIVATE KEY')?.bytes
  if (!publicKey || !keyBytes) return 'unknown'
  try {
    // In PKCS#8 the version precedes the algorithm; the certificate's key has no version.
    const kinds = [derChild(keyBytes, 1), derChild(new Uint8Array(publicKey.rawData), 0)]
    const [ownKind, wantedKind] = kinds.map((child) => child && toHex(child.bytes))
    const algorithm = signingAlgorithm(publicKey.algorithm)
    if (!ownKind || !wantedKind || !algorithm) return 'unknown'
    if (ownKind !== wantedKind) return knownKind.test(ownKind) ? 'no' : 'unknown'
    const { subtle } = crypto
    const own = await subtle.importKey('pkcs8', keyBytes, algorithm, false, ['sign'])
    const wanted = await subtle.importKey('spki', publicKey.rawData, algorithm, false, ['verify'])
    const sample = crypto.getRandomValues(new Uint8Array(32))
    const signature = await subtle.sign(algorithm, own, sample)
    return (await subtle.verify(algorithm, wanted, signature, sample)) ? 'yes' : 'no'
  } catch {
    return 'unknown'
  } finally {
    keyBytes.fill(0)
  }
}

/** Parses all readable certificates of a PEM text, in order. */
export function parseAll(pem: string): X509Certificate[] {
  return readPem(pem)
    .filter(({ label }) => label === 'CERTIFICATE')
    .flatMap(({ bytes }) => {
      try {
        return [new X509Certificate(bytes)]
      } catch {
        return []
      }
    })
}

async function fingerprintOf(certificate: X509Certificate): Promise<string | undefined> {
  try {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', certificate.rawData))
    return toHex(digest)
      .toUpperCase()
      .replaceAll(/..(?=.)/g, '$&:')
  } catch {
    return undefined
  }
}

/** The members of an `Algorithm` depend on its name, which its type does not say; each may be missing. */
function keyKindOf({ publicKey: { algorithm } }: X509Certificate): string {
  const { name, namedCurve, modulusLength }: Partial<EcKeyAlgorithm & RsaKeyAlgorithm> = algorithm
  return [name, namedCurve ?? (modulusLength && `${modulusLength} bits`)].filter(Boolean).join(' ')
}

/** Object identifiers of EC, RSA and Ed25519 keys, as the start of an AlgorithmIdentifier. */
const knownKind = /^30..06(072a8648ce3d0201|092a864886f70d010101|032b6570)/

function signingAlgorithm(algorithm: Algorithm): (Algorithm & Partial<EcdsaParams>) | undefined {
  const { name, namedCurve }: Partial<EcKeyAlgorithm> = algorithm
  if (name === 'Ed25519') return { name }
  const hash = 'SHA-256'
  if (name?.startsWith('EC')) return Object.assign({ name: 'ECDSA', hash }, { namedCurve })
  return name?.startsWith('RSA') ? { name: 'RSASSA-PKCS1-v1_5', hash } : undefined
}

/** Formats bytes as lower-case hex. */
export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
