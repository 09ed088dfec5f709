/** Reader for as much DER (X.690) as identifies the type of a key. */

/** Returns the nth child of a SEQUENCE, including its tag; undefined for malformed bytes. Never throws. */
export function derChild(
  sequence: Uint8Array,
  index: number,
): { tag: number; bytes: Uint8Array } | undefined {
  const outer = readElement(sequence, 0)
  if (outer?.tag !== 0x30) return undefined
  let at = outer.start
  for (let passed = 0; at < outer.end; passed += 1) {
    const child = readElement(sequence, at)
    if (!child || child.end > outer.end) return undefined
    if (passed === index) return { tag: child.tag, bytes: sequence.subarray(at, child.end) }
    at = child.end
  }
  return undefined
}

function readElement(
  bytes: Uint8Array,
  at: number,
): { tag: number; start: number; end: number } | undefined {
  const [tag, length] = [bytes[at], bytes[at + 1]]
  if (tag === undefined || length === undefined) return undefined
  // Up to four more octets, which is enough for any key.
  const more = length < 0x80 ? 0 : length - 0x80
  if (length === 0x80 || more > 4) return undefined
  const size = more === 0 ? length : bytes.subarray(at + 2, at + 2 + more).reduce(join, 0)
  const start = at + 2 + more
  const end = start + size
  return end <= bytes.length ? { tag, start, end } : undefined
}

const join = (sum: number, byte: number) => sum * 256 + byte
