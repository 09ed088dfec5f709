/** Tags of the ASN.1 types in certificates and revocation lists. */
export const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  /** Explicit tags [0] and [3]. */
  context0: 0xa0,
  context3: 0xa3,
} as const

/** Encodes a DER value: tag, length and the concatenated parts. */
export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  if (body.length < 0x80) return Buffer.concat([Buffer.of(tag, body.length), body])
  const length = hexBytes(body.length.toString(16))
  return Buffer.concat([Buffer.of(tag, 0x80 | length.length), length, body])
}

/** Encodes hex digits as a non-negative INTEGER. */
export function derInteger(hex: string): Buffer {
  const bytes = hexBytes(hex.replace(/^(00)+(?=..)/, ''))
  // A leading one bit would mean a negative number.
  return der(tags.integer, ...(bytes.readUInt8(0) < 0x80 ? [bytes] : [Buffer.of(0), bytes]))
}

/** Encodes a time in whole seconds: UTCTime up to 2049, GeneralizedTime from 2050 (RFC 5280, 5.1.2.4). */
export function derTime(time: Date): Buffer {
  const digits = `${time.toISOString().slice(0, 19).replaceAll(/\D/g, '')}Z`
  return time.getUTCFullYear() < 2050
    ? der(tags.utcTime, Buffer.from(digits.slice(2)))
    : der(tags.generalizedTime, Buffer.from(digits))
}

function hexBytes(hex: string): Buffer {
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}
