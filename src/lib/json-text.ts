/**
 * JSON members kept as the text they came in. `JSON.parse` rounds large numbers, reorders integer-like
 * keys and drops duplicates, so data that is not ours to change (metadata, payloads) stays text.
 */

type Pattern = readonly string[]

/**
 * Replaces the values at the given paths (`metadata`, `data.*.metadata`; `*` is any array item) by JSON
 * strings that hold their exact source text; `null` stays `null`. Text that is not JSON comes back as it
 * was, for `JSON.parse` to report.
 */
export function liftMembers(text: string, paths: readonly string[]): string {
  const patterns = paths.map((path) => path.split('.'))
  try {
    const lifter = new Lifter(text)
    lifter.value(patterns)
    return lifter.finish()
  } catch (error) {
    if (error instanceof SyntaxError) return text
    throw error
  }
}

/** The value of JSON text, or undefined for text that is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Serializes an object, adding members whose values are given as JSON text; undefined ones are left out. */
export function stringifyWithText(
  members: Record<string, unknown>,
  textMembers: Record<string, string | null | undefined>,
): string {
  const parts = Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
  for (const [key, value] of Object.entries(textMembers)) {
    if (value !== undefined) parts.push(`${JSON.stringify(key)}:${value ?? 'null'}`)
  }
  return `{${parts.join(',')}}`
}

/**
 * Lays JSON text out over lines, two blanks a level, without reading its values: numbers, duplicates and
 * order stay as they are written. Text that is not JSON comes back as it was. Indentation ends at 32
 * levels, because hostile nesting would make it grow without bound.
 */
export function indentJson(text: string): string {
  if (parseJson(text) === undefined) return text
  let depth = 0
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/gs) ?? []
  const lineBreak = () => `\n${'  '.repeat(Math.min(depth, 32))}`
  return tokens
    .map((token, index) => {
      const isEmpty = /^[{[]$/.test(tokens[index - 1] ?? '')
      if (token === '{' || token === '[') {
        depth += 1
        return /^[}\]]$/.test(tokens[index + 1] ?? '') ? token : token + lineBreak()
      }
      if (token === '}' || token === ']') {
        depth -= 1
        return isEmpty ? token : lineBreak() + token
      }
      if (token === ',') return token + lineBreak()
      return token === ':' ? ': ' : token
    })
    .join('')
}

/** Walks JSON text once, copying everything but the lifted values. */
class Lifter {
  private at = 0
  private copiedTo = 0
  private readonly out: string[] = []
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  finish(): string {
    this.out.push(this.text.slice(this.copiedTo))
    return this.out.join('')
  }

  value(patterns: readonly Pattern[]): void {
    this.blank()
    const start = this.at
    if (patterns.some((pattern) => pattern.length === 0)) {
      this.skip()
      const source = this.text.slice(start, this.at)
      if (source !== 'null') {
        this.out.push(this.text.slice(this.copiedTo, start), JSON.stringify(source))
        this.copiedTo = this.at
      }
    } else if (patterns.length > 0 && this.text[start] === '{') {
      this.members(patterns)
    } else if (patterns.length > 0 && this.text[start] === '[') {
      this.items(patterns)
    } else {
      this.skip()
    }
  }

  private members(patterns: readonly Pattern[]): void {
    this.list('}', () => {
      const start = this.at
      this.skipString()
      const key: unknown = JSON.parse(this.text.slice(start, this.at))
      this.blank()
      this.expect(':')
      this.value(patterns.filter(([head]) => head === key).map((pattern) => pattern.slice(1)))
    })
  }

  private items(patterns: readonly Pattern[]): void {
    const inner = patterns.filter(([head]) => head === '*').map((pattern) => pattern.slice(1))
    this.list(']', () => this.value(inner))
  }

  private list(end: string, readOne: () => void): void {
    this.at += 1
    this.blank()
    if (this.text[this.at] === end) {
      this.at += 1
      return
    }
    for (;;) {
      this.blank()
      readOne()
      this.blank()
      if (this.text[this.at] === end) break
      this.expect(',')
    }
    this.at += 1
  }

  private skip(): void {
    let depth = 0
    do {
      this.blank()
      const char = this.text[this.at]
      if (char === undefined) throw new SyntaxError('JSON ends early')
      if (char === '"') this.skipString()
      else if (char === '{' || char === '[') [depth, this.at] = [depth + 1, this.at + 1]
      else if (char === '}' || char === ']') [depth, this.at] = [depth - 1, this.at + 1]
      else if (char === ',' || char === ':') this.at += 1
      else this.skipScalar()
    } while (depth > 0)
    if (depth < 0) throw new SyntaxError('JSON closes early')
  }

  private skipScalar(): void {
    const scalar = /[^\s,:{}[\]"]+/y
    scalar.lastIndex = this.at
    this.at += scalar.exec(this.text)?.[0].length ?? 1
  }

  private skipString(): void {
    const string = /"(?:[^"\\]|\\.)*"/sy
    string.lastIndex = this.at
    const match = string.exec(this.text)
    if (!match) throw new SyntaxError('a string was expected')
    this.at = string.lastIndex
  }

  private blank(): void {
    // The blanks of JSON (RFC 8259): tab, line feed, carriage return, space.
    for (;;) {
      const code = this.text.charCodeAt(this.at)
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return
      this.at += 1
    }
  }

  private expect(char: string): void {
    if (this.text[this.at] !== char) throw new SyntaxError(`${char} was expected`)
    this.at += 1
  }
}
