/** Quotes a text as one word of a POSIX shell; invisible characters become escapes (bash). */
export function quoted(text: string): string {
  if (/^[A-Za-z0-9_./:@%+=,][A-Za-z0-9_./:@%+=,-]*$/.test(text)) return text
  if (!/[\p{C}\p{Zl}\p{Zp}]/u.test(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`
  const escaped = Array.from(text, (char) => {
    if (char === '\\' || char === "'") return `\\${char}`
    return /[\p{C}\p{Zl}\p{Zp}]/u.test(char) ? codeOf(char) : char
  })
  return `$'${escaped.join('')}'`
}

function codeOf(char: string): string {
  return String.raw`\U${(char.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`
}
