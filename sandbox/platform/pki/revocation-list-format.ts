// The library's generator compares each entry with all others (13 s for 10,000 in one blocking call) and gives each
// entry an empty list of extensions, which RFC 5280 forbids; therefore the list is encoded here.
import { der, derInteger, derTime, tags } from './der'
import type { Root } from './root-certificate'
import { ecdsaWithSha256, signStructure, toPem } from './signed-structure'
import { ownClockToleranceMs } from './validity'
import { dayMs } from '@/lib/instants'

const weekMs = 7 * dayMs

/** Validity of a revocation list (ms). An expired list refuses every certificate. */
export const revocationListLifeMs = weekMs

/** Entry of the revocation list, without a reason. */
export interface RevokedCertificate {
  serialNumber: string
  revokedAt: string
}

const crlNumberId = der(tags.objectIdentifier, Buffer.from('551d14', 'hex'))

/** Signs a version 2 revocation list (RFC 5280, section 5) and returns it as PEM. */
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
    // An empty list omits the field.
    ...(entries.length === 0 ? [] : [der(tags.sequence, ...entries)]),
    der(tags.context0, der(tags.sequence, root.keyIdentifier, crlNumber(number))),
  )
  return toPem('X509 CRL', signStructure(list, root.key))
}

function crlNumber(number: number): Buffer {
  return der(tags.sequence, crlNumberId, der(tags.octetString, derInteger(number.toString(16))))
}
