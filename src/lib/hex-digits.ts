/** What tools write ahead of a fingerprint or a serial number: openssl, browsers, certificate managers. */
const lead =
  /^(?:sha-?256(?: fingerprint)?[:= ]|fingerprint[:= ]|(?:certificate )?serial(?: number)?[:= ]|0x)\s*/i

/**
 * Reads the hex digits, in lower case, of a fingerprint or a serial number written with or without colons, blanks
 * or dashes, or after a lead such as `SHA256 Fingerprint=`; undefined for text that is not hex.
 */
export function readHexDigits(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(lead, '')
    .replace(/^0x/i, '')
    .replaceAll(/[:\s-]/g, '')
  return /^[0-9a-f]+$/i.test(digits) ? digits.toLowerCase() : undefined
}

/** Returns true for text that can only be meant as hex: it says so, or has pairs of digits with something between. */
export function isMarkedHex(text: string): boolean {
  const trimmed = text.trim()
  return lead.test(trimmed) || /^[0-9a-f]{2}(?:[: -][0-9a-f]{2})+$/i.test(trimmed)
}
