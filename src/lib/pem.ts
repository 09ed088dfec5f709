/** One block of a PEM file: what it says it holds, and the bytes. */
export interface PemBlock {
  /** As written after BEGIN: `CERTIFICATE`, `PRIVATE KEY`. */
  label: string
  bytes: Uint8Array<ArrayBuffer>
}

const block = /-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \1-----/g

/** The readable blocks of a PEM text (RFC 7468), in their order; text around them is skipped. Never throws. */
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
    // Encrypted keys of the old kind have header lines before their base64.
    return undefined
  }
}
