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
import { newKeyPair, newSerialNumber } from './key-pair'
import { rootValidity } from './validity'
import { x509 } from './x509'

export interface Root {
  certificatePem: string
  key: KeyObject
  /** Subject as DER: the issuer name in everything it signs. */
  name: Uint8Array
  /** Extension that identifies its key in everything it signs, as DER. */
  keyIdentifier: Uint8Array
}

/** Reads the root of a data folder, or creates it at the first start. */
export async function openRoot(dataFolder: string, now: Date): Promise<Root> {
  const folder = join(dataFolder, 'pki')
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o700)
  const file = join(folder, 'ca.crt')
  const stored = readIfPresent(file)
  const key = await rootKey(join(folder, 'ca.key'), stored !== null)
  // The key is written first, so a crash leaves at most a key without a certificate.
  const certificatePem = stored?.toString('utf8') ?? (await selfSigned(key, now))
  if (stored === null) writeAtomically(file, certificatePem, 0o644)
  if (!new X509Certificate(certificatePem).checkPrivateKey(key)) {
    throw new Error(`${file} does not match the key next to it`)
  }
  const { subjectName, publicKey } = new x509.X509Certificate(certificatePem)
  const keyIdentifier = await x509.AuthorityKeyIdentifierExtension.create(publicKey)
  return {
    certificatePem,
    key,
    name: new Uint8Array(subjectName.toArrayBuffer()),
    keyIdentifier: new Uint8Array(keyIdentifier.rawData),
  }
}

async function rootKey(file: string, hasCertificate: boolean): Promise<KeyObject> {
  const stored = readIfPresent(file)
  if (stored !== null) return createPrivateKey(stored)
  // A new root would refuse every plant with a certificate of the old one.
  if (hasCertificate) throw new Error(`${file} is missing, but its certificate exists`)
  const { privateKeyPem } = await newKeyPair()
  writeAtomically(file, privateKeyPem, privateMode)
  return createPrivateKey(privateKeyPem)
}

async function selfSigned(key: KeyObject, now: Date): Promise<string> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const pkcs8 = new Uint8Array(key.export({ type: 'pkcs8', format: 'der' }))
  const publicKey = new Uint8Array(createPublicKey(key).export({ type: 'spki', format: 'der' }))
  const name = new x509.Name([{ CN: ['Plantdeck Plant CA'] }, { O: ['Plantdeck'] }])
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject: name,
    issuer: name,
    ...rootValidity(now),
    publicKey,
    signingKey: await webcrypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign']),
    signingAlgorithm: algorithm,
    extensions: [
      // Path length 0 keeps a leaf from signing further certificates, whatever it claims.
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
