// The library encodes names and extensions, which is the difficult part; the rest is assembled here, because the
// library's generator parses its own output again and takes most of the time of issuing.
import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import { der, derInteger, derTime, tags } from './der'
import { newKeyPair, newSerialNumber } from './key-pair'
import type { Root } from './root-certificate'
import { ecdsaWithSha256, signStructure, toPem } from './signed-structure'
import type { Validity } from './validity'
import { x509 } from './x509'

/** Certificate as issued. The platform keeps no copy of the private key. */
export interface IssuedCertificate {
  certificatePem: string
  /** PKCS #8 PEM. */
  privateKeyPem: string
  /** Upper-case hex, as `X509Certificate.serialNumber` prints it. */
  serialNumber: string
  /** SHA-256, as `X509Certificate.fingerprint256` prints it. */
  fingerprint: string
  issuedAt: string
  expiresAt: string
}

interface LeafProfile {
  commonName: string
  names: x509.JsonGeneralNames
  extendedKeyUsage: x509.Extension
}

const basicConstraints = new x509.BasicConstraintsExtension(false, undefined, true)
const keyUsage = new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)
const clientAuth = new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth])
const serverAuth = new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth])

/** Profiles with one usage each: a plant's certificate must not pass for a server's, or vice versa. */
export const leafProfiles = {
  client: (plantId: string): LeafProfile => ({
    commonName: plantId,
    names: [{ type: 'url', value: `urn:uuid:${plantId}` }],
    extendedKeyUsage: clientAuth,
  }),
  server: (hosts: readonly string[]): LeafProfile => ({
    commonName: 'Plantdeck platform',
    names: hosts.map((host) => ({ type: isIP(host) === 0 ? 'dns' : 'ip', value: host })),
    extendedKeyUsage: serverAuth,
  }),
}

/** Creates a key pair and signs its version 3 certificate (RFC 5280, section 4). */
export async function issueLeaf(
  root: Root,
  profile: LeafProfile,
  { notBefore, notAfter }: Validity,
): Promise<Omit<IssuedCertificate, 'issuedAt' | 'expiresAt'>> {
  const { publicKey, privateKeyPem } = await newKeyPair()
  const serialNumber = newSerialNumber()
  // The subject is a structure, not text, so that a name cannot add further parts to it.
  const subject = new x509.Name([{ CN: [profile.commonName] }])
  const statement = der(
    tags.sequence,
    der(tags.context0, derInteger('2')),
    derInteger(serialNumber),
    ecdsaWithSha256,
    root.name,
    der(tags.sequence, derTime(notBefore), derTime(notAfter)),
    new Uint8Array(subject.toArrayBuffer()),
    publicKey,
    der(tags.context3, der(tags.sequence, ...extensions(profile, publicKey), root.keyIdentifier)),
  )
  const certificate = signStructure(statement, root.key)
  return {
    certificatePem: toPem('CERTIFICATE', certificate),
    privateKeyPem,
    serialNumber,
    fingerprint: fingerprintOf(certificate),
  }
}

function extensions({ names, extendedKeyUsage }: LeafProfile, publicKey: Uint8Array) {
  // The hash covers only the point, which is the last 65 bytes of a P-256 key (RFC 5280, 4.2.1.2, method 1).
  const keyId = createHash('sha1').update(publicKey.subarray(-65)).digest('hex')
  return [
    basicConstraints,
    keyUsage,
    extendedKeyUsage,
    new x509.SubjectAlternativeNameExtension(names),
    new x509.SubjectKeyIdentifierExtension(keyId),
  ].map(({ rawData }) => new Uint8Array(rawData))
}

// Parsing the certificate with node:crypto would take longer than signing it.
function fingerprintOf(certificate: Buffer): string {
  const digest = createHash('sha256').update(certificate).digest('hex')
  return digest.toUpperCase().replaceAll(/..(?=.)/g, '$&:')
}
