import { type KeyObject, sign } from 'node:crypto'
import { der, tags } from './der'

/** The signature algorithm of all that the authority signs, as certificates and revocation lists name it. */
export const ecdsaWithSha256 = der(
  tags.sequence,
  der(tags.objectIdentifier, Buffer.from('2a8648ce3d040302', 'hex')),
)

/** A certificate or revocation list: what is said, the algorithm and the signature over it. */
export function signStructure(statement: Uint8Array, key: KeyObject): Buffer {
  const signature = sign('sha256', statement, { key, dsaEncoding: 'der' })
  const bits = der(tags.bitString, Buffer.of(0), signature)
  return der(tags.sequence, statement, ecdsaWithSha256, bits)
}

/** DER as PEM, in lines of 64 characters. */
export function toPem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`
}
