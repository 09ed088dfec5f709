/** Returns a random key of 128 bits. `crypto.randomUUID` is missing on plain http beyond localhost. */
export function uniqueKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) =>
    part.toString(16).padStart(8, '0'),
  ).join('-')
}
