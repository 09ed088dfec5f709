/** Prefixes that openssl, browsers and certificate managers put before a fingerprint or a serial number. */
const lead =
  /^(?:sha-?256(?: fingerprint)?[:= ]|fingerprint[:= ]|(?:certificate )?serial(?: number)?[:= ]|0x)\s*/i

/** Returns the lower-case hex digits of a fingerprint or serial number in any notation; undefined for other text. */
export function readHexDigits(text: string): string | undefined {
  const digits = text
    .trim()
    .replace(lead, '')
    .replace(/^0x/i, '')
    .replaceAll(/[:\s-]/g, '')
  return /^[0-9a-f]+$/i.test(digits) ? digits.toLowerCase() : undefined
}

/** Returns true for text that can only be hex: it has a prefix, or separators between pairs of digits. */
export function isMarkedHex(text: string): boolean {
  const trimmed = text.trim()
  return lead.test(trimmed) || /^[0-9a-f]{2}(?:[: -][0-9a-f]{2})+$/i.test(trimmed)
}

/** Returns a whole decimal number of up to 50 digits as hex digits; undefined for other text. */
export function hexOfDecimal(text: string): string | undefined {
  return /^\d{1,50}$/.test(text) ? BigInt(text).toString(16) : undefined
}
