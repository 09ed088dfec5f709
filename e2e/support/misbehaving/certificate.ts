import 'reflect-metadata'
import { type X509Certificate, X509CertificateGenerator } from '@peculiar/x509'
import { createHash, randomBytes, webcrypto } from 'node:crypto'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const lifeMs = 365 * 86_400_000

/** Issues a certificate to a plant, signed by itself: this backend has no broker that would check it. */
export async function issueCertificate(plantId: string) {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const certificate: X509Certificate = await X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: `4${randomBytes(15).toString('hex')}0`.slice(0, 32),
      name: `CN=${plantId}`,
      notBefore: new Date(Date.now() - 60_000),
      notAfter: new Date(Date.now() + lifeMs),
      signingAlgorithm: algorithm,
      keys,
    },
    webcrypto as Crypto,
  )
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey))
  const fingerprint = createHash('sha256').update(Buffer.from(certificate.rawData)).digest('hex')
  return {
    pem: `${certificate.toString('pem')}\n`,
    keyPem: `-----BEGIN PRIVATE KEY-----\n${key.toString('base64')}\n-----END PRIVATE KEY-----\n`,
    certificateSerialNumber: certificate.serialNumber,
    certificateFingerprint: fingerprint,
    certificateExpiresAt: certificate.notAfter.toISOString(),
  }
}
