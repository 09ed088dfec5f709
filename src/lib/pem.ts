interface PemBlock {
  label: string
  bytes: Uint8Array<ArrayBuffer>
}

const block = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g

/** Returns the readable blocks of a PEM text (RFC 7468) in order, skipping the text around them. Never throws. */
export function readPem(text: string): PemBlock[] {
  return [...text.matchAll(block)].flatMap(([, label = '', body = '']) => {
    const bytes = fromBase64(body)
    return bytes && bytes.length > 0 ? [{ label, bytes }] : []
  })
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll(/\s/g, '')), (char) => char.charCodeAt(0))
  } catch {
    // Keys in the old encrypted format have header lines before the base64.
    return undefined
  }
}
