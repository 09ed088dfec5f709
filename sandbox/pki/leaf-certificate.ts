import { createHash } from 'node:crypto'
import { isIP } from 'node:net'
import type { IssuedCertificate } from './certificate-authority'
import { newKeyPair, newSerialNumber, signingAlgorithm } from './key-pair'
import type { Root } from './root-certificate'
import type { Validity } from './validity'
import { x509 } from './x509'

/** What a certificate of a kind says. */
export interface LeafProfile {
  commonName: string
  names: x509.JsonGeneralNames
  extendedKeyUsage: x509.Extension
}

// Encoded once: a good part of the time of issuing goes into encoding.
const basicConstraints = new x509.BasicConstraintsExtension(false, undefined, true)
const keyUsage = new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true)
const clientAuth = new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth])
const serverAuth = new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.serverAuth])

/** One usage each: a plant's certificate must not pass for a server's, nor the other way round. */
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

/** Makes a key pair and signs its certificate. */
export async function issueLeaf(
  root: Root,
  { commonName, names, extendedKeyUsage }: LeafProfile,
  validity: Validity,
): Promise<Omit<IssuedCertificate, 'issuedAt' | 'expiresAt'>> {
  const { publicKey, privateKeyPem } = await newKeyPair()
  const serialNumber = newSerialNumber()
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber,
    // As a structure, not as text: nothing in a name can be read as a further part of the subject.
    subject: new x509.Name([{ CN: [commonName] }]),
    issuer: root.name,
    ...validity,
    publicKey,
    signingKey: root.signingKey,
    signingAlgorithm,
    extensions: [
      basicConstraints,
      keyUsage,
      extendedKeyUsage,
      new x509.SubjectAlternativeNameExtension(names),
      new x509.SubjectKeyIdentifierExtension(
        createHash('sha1').update(publicKey.subarray(-65)).digest('hex'),
      ),
      root.keyIdentifier,
    ],
  })
  return {
    certificatePem: `${certificate.toString('pem')}\n`,
    privateKeyPem,
    serialNumber,
    fingerprint: fingerprintOf(certificate),
  }
}

// By hand: parsing the certificate with node:crypto takes longer than signing it.
function fingerprintOf(certificate: x509.X509Certificate): string {
  const digest = createHash('sha256').update(new Uint8Array(certificate.rawData)).digest('hex')
  return digest.toUpperCase().replaceAll(/..(?=.)/g, '$&:')
}
