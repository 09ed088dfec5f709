// The library's own generator compares each entry with all others (13 s for 10,000, in one go) and gives every
// entry an empty list of extensions, which RFC 5280 forbids; hence the encoding by hand.
import { der, derInteger, derTime, tags } from './der'
import type { Root } from './root-certificate'
import { ecdsaWithSha256, signStructure, toPem } from './signed-structure'
import { ownClockToleranceMs } from './validity'

const weekMs = 7 * 24 * 60 * 60_000

/** How long a revocation list holds. Once it is over, the list refuses every certificate. */
export const revocationListLifeMs = weekMs

/** An entry of the revocation list; the reason is left out. */
export interface RevokedCertificate {
  serialNumber: string
  revokedAt: string
}

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
    root.name,
    derTime(new Date(now.getTime() - ownClockToleranceMs)),
    derTime(new Date(now.getTime() + revocationListLifeMs)),
    // The field is absent from an empty list, not empty.
    ...(entries.length === 0 ? [] : [der(tags.sequence, ...entries)]),
    der(tags.context0, der(tags.sequence, root.keyIdentifier, crlNumber(number))),
  )
  return toPem('X509 CRL', signStructure(list, root.key))
}

function crlNumber(number: number): Buffer {
  return der(tags.sequence, crlNumberId, der(tags.octetString, derInteger(number.toString(16))))
}
