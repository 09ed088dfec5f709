import {
  X509Certificate,
  createPrivateKey,
  createPublicKey,
  webcrypto,
  type KeyObject,
} from 'node:crypto'
import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { privateMode, readIfPresent, writeAtomically } from './atomic-file'
import { newKeyPair, newSerialNumber, signingAlgorithm } from './key-pair'
import { rootValidity } from './validity'
import { x509 } from './x509'

/** The authority's own certificate with the key that signs everything else. */
export interface Root {
  name: x509.Name
  certificatePem: string
  key: KeyObject
  signingKey: webcrypto.CryptoKey
  /** Names the root's key in all that it signs. */
  keyIdentifier: x509.AuthorityKeyIdentifierExtension
}

/** Reads the root of a data folder, or makes it at first start. */
export async function openRoot(dataFolder: string, now: Date): Promise<Root> {
  const folder = join(dataFolder, 'pki')
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o700)
  const certificateFile = join(folder, 'ca.crt')
  const storedCertificate = readIfPresent(certificateFile)
  const key = await rootKey(join(folder, 'ca.key'), storedCertificate !== null)
  const pkcs8 = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }))
  const signingKey = await webcrypto.subtle.importKey('pkcs8', pkcs8, signingAlgorithm, false, [
    'sign',
  ])
  // The key is written first, so a crash leaves at most a key that still lacks its certificate.
  const certificatePem =
    storedCertificate?.toString('utf8') ?? (await selfSigned(key, signingKey, now))
  if (!new X509Certificate(certificatePem).checkPrivateKey(key)) {
    throw new Error(`${certificateFile} does not belong to the key beside it`)
  }
  if (storedCertificate === null) writeAtomically(certificateFile, certificatePem, 0o644)
  const certificate = new x509.X509Certificate(certificatePem)
  const keyIdentifier = await x509.AuthorityKeyIdentifierExtension.create(certificate.publicKey)
  return { name: certificate.subjectName, certificatePem, key, signingKey, keyIdentifier }
}

async function rootKey(file: string, hasCertificate: boolean): Promise<KeyObject> {
  const stored = readIfPresent(file)
  if (stored !== null) return createPrivateKey(stored)
  // A new root in its place would refuse every plant that holds a certificate of the old one.
  if (hasCertificate) throw new Error(`${file} is missing, but its certificate is there`)
  const { privateKeyPem } = await newKeyPair()
  writeAtomically(file, privateKeyPem, privateMode)
  return createPrivateKey(privateKeyPem)
}

async function selfSigned(
  key: KeyObject,
  signingKey: webcrypto.CryptoKey,
  now: Date,
): Promise<string> {
  const publicKey = publicKeyOf(key)
  const name = new x509.Name([{ CN: ['Plantdeck Plant CA'] }, { O: ['Plantdeck'] }])
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject: name,
    issuer: name,
    ...rootValidity(now),
    publicKey,
    signingKey,
    signingAlgorithm,
    extensions: [
      // Path length 0: a leaf must not sign further certificates, whatever it says of itself.
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(
        x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign,
        true,
      ),
      await x509.SubjectKeyIdentifierExtension.create(publicKey),
    ],
  })
  return `${certificate.toString('pem')}\n`
}

function publicKeyOf(key: KeyObject): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }))
}
