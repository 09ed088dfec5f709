/** Returns the start of a text, at most `longest` UTF-16 units; surrogate pairs are kept whole or dropped. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text
  const last = text.charCodeAt(longest - 1)
  const isHalf = last >= 0xd8_00 && last <= 0xdb_ff
  return text.slice(0, isHalf ? longest - 1 : longest)
}

/** Splits a text into pieces of at most `longest` UTF-16 units without splitting surrogate pairs. */
export function piecesOf(text: string, longest: number): string[] {
  const pieces: string[] = []
  for (let at = 0; at < text.length;) {
    const piece = cutText(text.slice(at, at + longest + 1), longest)
    pieces.push(piece)
    at += piece.length
  }
  return pieces
}

/** Returns the two ends of a long text with an ellipsis between them; a text that is hardly longer stays whole. */
export function cutMiddle(text: string, start: number, end: number): string {
  if (text.length <= start + end + 1) return text
  const from = text.length - end
  const isHalf = /[\uDC00-\uDFFF]/.test(text.charAt(from))
  return `${cutText(text, start)}…${text.slice(isHalf ? from + 1 : from)}`
}
