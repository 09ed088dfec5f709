/** Bytes or UTF-16 code units per piece of the file. */
const pieceSize = 1_000_000

/**
 * Collects the parts of a file. They are handed to the browser piece by piece: one Blob made of all of them at the end
 * would block the page for half a second at 100,000 rows.
 */
export function fileParts(type: string) {
  const pieces: Blob[] = []
  let parts: (string | Uint8Array<ArrayBuffer>)[] = []
  let size = 0

  function closePiece(): void {
    pieces.push(new Blob(parts))
    parts = []
    size = 0
  }

  return {
    add(part: string | Uint8Array<ArrayBuffer>): void {
      parts.push(part)
      size += part.length
      if (size >= pieceSize) closePiece()
    },
    file(): Blob {
      closePiece()
      return new Blob(pieces, { type })
    },
  }
}
