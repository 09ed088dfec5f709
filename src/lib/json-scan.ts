/** With loops: a regular expression with a repeated group would overflow the stack on a 10 MB string. */

const backslash = 92

/** Returns the offset of the first character at or after `at` that is not JSON whitespace (RFC 8259, 2). */
export function skipBlanks(text: string, at: number): number {
  let end = at
  for (;;) {
    const code = text.charCodeAt(end)
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return end
    end += 1
  }
}

/** Returns the offset after the string whose opening quote is at `at`; undefined when it has no closing quote. */
export function endOfString(text: string, at: number): number | undefined {
  for (let quote = text.indexOf('"', at + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let first = quote
    while (text.charCodeAt(first - 1) === backslash) first -= 1
    // Backslashes escape each other in pairs; an odd one escapes the quote.
    if ((quote - first) % 2 === 0) return quote + 1
  }
  return undefined
}

/** Returns the offset after the token that begins at `at`; for an unclosed string, the end of the text. */
export function endOfToken(text: string, at: number): number {
  const char = text[at]
  if (char === '"') return endOfString(text, at) ?? text.length
  if (char === undefined || isStructural(char)) return at + 1
  let end = at + 1
  while (end < text.length && !isDelimiter(text[end])) end += 1
  return end
}

/** Returns true for JSON text that is an object without members. */
export function isEmptyObject(text: string): boolean {
  const open = skipBlanks(text, 0)
  const close = skipBlanks(text, open + 1)
  return text[open] === '{' && text[close] === '}'
}

function isStructural(char: string): boolean {
  return '{}[],:'.includes(char)
}

function isDelimiter(char = ''): boolean {
  return '{}[],:" \n\r\t'.includes(char)
}
