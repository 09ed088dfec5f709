import { generateKeyPair, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

/** Creates an EC P-256 key: SubjectPublicKeyInfo as DER, the private key as PKCS #8 PEM. */
export async function newKeyPair(): Promise<{
  publicKey: Uint8Array
  privateKeyPem: string
}> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { publicKey, privateKeyPem: privateKey }
}

/** Creates a serial number of 16 random bytes as hex. A first byte of 40 to 7F keeps it positive with 32 digits. */
export function newSerialNumber(): string {
  const bytes = randomBytes(16)
  bytes.writeUInt8((bytes.readUInt8(0) & 0x3f) | 0x40, 0)
  return bytes.toString('hex').toUpperCase()
}
