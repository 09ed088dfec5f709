/** `JSON.parse` rounds large numbers, reorders keys and drops duplicates, so data that we must not change stays text. */

import { endOfString, endOfToken, skipBlanks } from './json-scan'

type Pattern = readonly string[]

const [quote, openBrace, closeBrace, openBracket, closeBracket] = [34, 123, 125, 91, 93]

/** Replaces the values at paths such as `data.*.metadata` with JSON strings of their source; null and bad JSON stay. */
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

/** Parses JSON text; undefined when it is invalid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

class Lifter {
  private at = 0
  private copiedTo = 0
  /** Added to rather than joined, which takes an engine five times as long. */
  private out = ''
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  finish(): string {
    return this.out + this.text.slice(this.copiedTo)
  }

  value(patterns: readonly Pattern[]): void {
    this.blank()
    const start = this.at
    if (patterns.some((pattern) => pattern.length === 0)) {
      this.skip()
      const source = this.text.slice(start, this.at)
      if (source !== 'null') {
        this.out += this.text.slice(this.copiedTo, start) + JSON.stringify(source)
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
      const source = this.text.slice(start, this.at)
      const key: unknown = source.includes('\\') ? JSON.parse(source) : source.slice(1, -1)
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

  /** A loop of its own: two thirds of a page of plants are skipped. */
  private skip(): void {
    this.blank()
    const { text } = this
    let depth = 0
    do {
      const code = text.charCodeAt(this.at)
      if (Number.isNaN(code)) throw new SyntaxError('JSON ends early')
      if (code === quote) {
        this.skipString()
        continue
      }
      if (code === openBrace || code === openBracket) depth += 1
      else if (code === closeBrace || code === closeBracket) depth -= 1
      else if (depth === 0) {
        this.at = endOfToken(text, this.at)
        return
      }
      this.at += 1
    } while (depth > 0)
    if (depth < 0) throw new SyntaxError('JSON closes early')
  }

  private skipString(): void {
    const end = this.text[this.at] === '"' ? endOfString(this.text, this.at) : undefined
    if (end === undefined) throw new SyntaxError('a string was expected')
    this.at = end
  }

  private blank(): void {
    this.at = skipBlanks(this.text, this.at)
  }

  private expect(char: string): void {
    if (this.text[this.at] !== char) throw new SyntaxError(`${char} was expected`)
    this.at += 1
  }
}
