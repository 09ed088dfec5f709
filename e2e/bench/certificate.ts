// Encodes a self-signed certificate by hand: browsers use HTTP/2 only over TLS, and openssl isn't installed everywhere.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { dayMs } from '../support/instants.ts'

const tags = { integer: 0x02, bits: 0x03, objectId: 0x06, text: 0x0c, time: 0x17 }
const sequence = 0x30
const set = 0x31

const ecdsaWithSha256 = der(sequence, der(tags.objectId, Buffer.from('2a8648ce3d040302', 'hex')))
const commonName = Buffer.from('550403', 'hex')

/** Certificate and key of a server. */
export interface ServerCertificate {
  /** PEM. */
  key: string
  /** PEM. */
  cert: string
  /**
   * SHA-256 of the public key in base64, for Chromium's `--ignore-certificate-errors-spki-list`. Other ways to trust a
   * self-signed certificate turn off the browser's cache.
   */
  publicKeyHash: string
}

/** Creates a key and a certificate for localhost, valid for one day. */
export function createCertificate(): ServerCertificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKeyDer = publicKey.export({ type: 'spki', format: 'der' })
  const signed = der(
    sequence,
    // The leading byte keeps the serial number positive.
    der(tags.integer, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name('localhost'),
    der(sequence, time(Date.now() - dayMs), time(Date.now() + dayMs)),
    name('localhost'),
    publicKeyDer,
  )
  const signature = sign('sha256', signed, privateKey)
  const noUnusedBits = Buffer.from([0])
  const certificate = der(
    sequence,
    signed,
    ecdsaWithSha256,
    der(tags.bits, noUnusedBits, signature),
  )
  const lines = certificate.toString('base64').replace(/.{64}/g, '$&\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    publicKeyHash: createHash('sha256').update(publicKeyDer).digest('base64'),
  }
}

function name(value: string): Buffer {
  const attribute = der(
    sequence,
    der(tags.objectId, commonName),
    der(tags.text, Buffer.from(value)),
  )
  return der(sequence, der(set, attribute))
}

function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\D/g, '').slice(2, 14)
  return der(tags.time, Buffer.from(`${digits}Z`))
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const bytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([0x80 + bytes.length]), bytes])
}
