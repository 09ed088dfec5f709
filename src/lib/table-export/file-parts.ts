const pieceSize = 1_000_000

/** Collects the parts of a file piece by piece: one Blob at the end would block the page for half a second. */
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
