import { cutText } from './cut-text'

/** A piece of untrusted text: as written, or the code point of an invisible character. */
type TextPart = { at: number } & ({ text: string } | { codePoint: number })

// Control characters, soft hyphens, bidi marks and overrides, zero-width and filler characters, line separators, tag
// characters and lone surrogates. A joiner between two pictographs is part of an emoji and stays.
const unseen =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class -- finding them is the purpose
  /[\u0000-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200C\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E007F}\p{Cs}]|(?<!\p{Extended_Pictographic}\uFE0F?)\u200D|\u200D(?!\p{Extended_Pictographic})/gu

/** Splits untrusted text at its invisible characters; multi-line text keeps its line breaks and tabs. */
export function splitUnseen(text: string, isMultiline = false): TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(unseen)) {
    if (isMultiline && (match[0] === '\n' || match[0] === '\t')) continue
    if (match.index > end) parts.push({ at: end, text: text.slice(end, match.index) })
    parts.push({ at: match.index, codePoint: match[0].codePointAt(0) ?? 0 })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ at: end, text: text.slice(end) })
  return parts
}

export function codePointLabel(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
}

/** More than a title, an option or a label can show. */
const maxPlainLength = 300

/** Converts untrusted text to one plain string for titles, labels and announcements; long text is shortened. */
export function visibleText(text: string): string {
  const shown = cutText(text, maxPlainLength)
  const plain = splitUnseen(shown)
    .map((part) => ('text' in part ? part.text : `‹${codePointLabel(part.codePoint)}›`))
    .join('')
  return shown.length < text.length ? `${plain}…` : plain
}
