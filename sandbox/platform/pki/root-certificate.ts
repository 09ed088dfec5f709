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
import { DataFolderError } from '#sandbox/platform/database/data-folder-lock'

export interface Root {
  certificatePem: string
  key: KeyObject
  /** Subject as DER: the issuer name in everything it signs. */
  name: Uint8Array
  /** Extension that identifies its key in everything it signs, as DER. */
  keyIdentifier: Uint8Array
}

/** Consequence of a lost root. */
const lost =
  'Put the original back, for example from a backup. Without it, no plant with a certificate can be served, and the platform has to start over in a new folder (--data).'

/**
 * Reads the root of a data folder, or creates it at the first start. A folder with issued certificates may not get
 * another root.
 * @throws DataFolderError if one of its two files is missing or damaged
 */
export async function openRoot(
  dataFolder: string,
  { now, mayCreate = true }: { now: Date; mayCreate?: boolean },
): Promise<Root> {
  const folder = join(dataFolder, 'pki')
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o700)
  const file = join(folder, 'ca.crt')
  const stored = readIfPresent(file)
  const key = await rootKey(join(folder, 'ca.key'), mayCreate && stored === null)
  // The key is written first, so a crash leaves at most a key without a certificate.
  const certificatePem = stored?.toString('utf8') ?? (await selfSigned(key, now))
  if (stored === null) writeAtomically(file, certificatePem, 0o644)
  if (!isCertificateOf(key, certificatePem)) {
    throw new DataFolderError(`${file} does not match the key next to it. ${lost}`)
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

function isCertificateOf(key: KeyObject, certificatePem: string): boolean {
  try {
    return new X509Certificate(certificatePem).checkPrivateKey(key)
  } catch {
    return false
  }
}

async function rootKey(file: string, mayCreate: boolean): Promise<KeyObject> {
  const stored = readIfPresent(file)
  if (stored !== null) return readKey(file, stored)
  // A new root would refuse every plant with a certificate of the old one.
  if (!mayCreate) throw new DataFolderError(`${file} is missing. ${lost}`)
  const { privateKeyPem } = await newKeyPair()
  writeAtomically(file, privateKeyPem, privateMode)
  return createPrivateKey(privateKeyPem)
}

function readKey(file: string, stored: Buffer): KeyObject {
  try {
    return createPrivateKey(stored)
  } catch (error) {
    throw new DataFolderError(`${file} is not a private key. ${lost}`, { cause: error })
  }
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
