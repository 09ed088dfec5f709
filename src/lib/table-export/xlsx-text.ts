/** Excel calls a file with longer text damaged. Counted in UTF-16 code units, as Excel does. */
export const maxCellTextLength = 32_767

// Not allowed in XML or changed by its parsers, and what Excel itself writes for such characters.
const escaped =
  // oxlint-disable-next-line no-control-regex -- finding them is the purpose
  /[&<>"\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF\p{Surrogate}]|_(?=x[\dA-Fa-f]{4}_)/gu

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Escapes text for XML as Excel does: `_x0007_` for what XML can't contain; lone surrogates become U+FFFD. */
export function xlsxText(text: string): string {
  return text.replace(escaped, (found) => {
    const entity = entities[found]
    if (entity !== undefined) return entity
    if (/\p{Surrogate}/u.test(found)) return '\uFFFD'
    const code = found === '_' ? '005F' : found.charCodeAt(0).toString(16).padStart(4, '0')
    return `_x${code.toUpperCase()}_`
  })
}
