import { type KeyObject, sign } from 'node:crypto'
import { der, tags } from './der'

/** Algorithm of all signatures by the authority, encoded as in certificates and revocation lists. */
export const ecdsaWithSha256 = der(
  tags.sequence,
  der(tags.objectIdentifier, Buffer.from('2a8648ce3d040302', 'hex')),
)

/** Signs the content of a certificate or revocation list; returns content, algorithm and signature as DER. */
export function signStructure(statement: Uint8Array, key: KeyObject): Buffer {
  const signature = sign('sha256', statement, { key, dsaEncoding: 'der' })
  const bits = der(tags.bitString, Buffer.of(0), signature)
  return der(tags.sequence, statement, ecdsaWithSha256, bits)
}

/** Encodes DER as PEM with lines of 64 characters. */
export function toPem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}
