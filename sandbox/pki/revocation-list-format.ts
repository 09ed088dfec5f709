// The library's own generator compares each entry with all others (13 s for 10,000, in one go) and gives every
// entry an empty list of extensions, which RFC 5280 forbids; hence the encoding by hand.
import { sign } from 'node:crypto'
import { der, derInteger, derTime, tags } from './der'
import type { Root } from './root-certificate'

const weekMs = 7 * 24 * 60 * 60_000

/** How long a revocation list holds. Once it is over, the list refuses every certificate. */
export const revocationListLifeMs = weekMs

/** An entry of the revocation list; the reason is left out. */
export interface RevokedCertificate {
  serialNumber: string
  revokedAt: string
}

const ecdsaWithSha256 = der(
  tags.sequence,
  der(tags.objectIdentifier, Buffer.from('2a8648ce3d040302', 'hex')),
)
const crlNumberId = der(tags.objectIdentifier, Buffer.from('551d14', 'hex'))

/** A version 2 revocation list (RFC 5280, section 5) as PEM. */
export function signRevocationList(
  root: Root,
  revoked: readonly RevokedCertificate[],
  { now, number }: { now: Date; number: number },
): string {
  const entries = revoked.map(({ serialNumber, revokedAt }) =>
    der(tags.sequence, derInteger(serialNumber), derTime(new Date(revokedAt))),
  )
  const list = der(
    tags.sequence,
    derInteger('1'),
    ecdsaWithSha256,
    new Uint8Array(root.name.toArrayBuffer()),
    derTime(now),
    derTime(new Date(now.getTime() + revocationListLifeMs)),
    // The field is absent from an empty list, not empty.
    ...(entries.length === 0 ? [] : [der(tags.sequence, ...entries)]),
    der(tags.context0, der(tags.sequence, keyIdentifier(root), crlNumber(number))),
  )
  const signature = sign('sha256', list, { key: root.key, dsaEncoding: 'der' })
  const signed = der(
    tags.sequence,
    list,
    ecdsaWithSha256,
    der(tags.bitString, Buffer.of(0), signature),
  )
  const lines = signed.toString('base64').replaceAll(/.{64}(?=.)/g, '$&\n')
  return `-----BEGIN X509 CRL-----\n${lines}\n-----END X509 CRL-----\n`
}

function keyIdentifier(root: Root): Uint8Array {
  return new Uint8Array(root.keyIdentifier.rawData)
}

function crlNumber(number: number): Buffer {
  return der(tags.sequence, crlNumberId, der(tags.octetString, derInteger(number.toString(16))))
}
