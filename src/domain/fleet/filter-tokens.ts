// Splits the text of a filter into words, quoted texts and comparisons.

/** One word, phrase or comparison of a filter line, with its place in it. */
export interface FilterToken {
  at: number
  length: number
  source: string
  /** The word or quoted text; for a comparison the name of the field. */
  name: string
  isQuoted: boolean
  /** Key after `meta.`; undefined for other fields. */
  key: string | undefined
  /** Undefined for a word or a quoted text. */
  op: ':' | '<' | '>' | '=' | undefined
  values: readonly string[]
  isUnclosed: boolean
  /** Text that follows a quotation mark, or precedes one, without a blank. */
  rest: string
}

const blank = /\s/
const operators = [':', '<', '>', '='] as const

/** Splits a filter's text into tokens. Never throws. */
export function filterTokens(text: string): FilterToken[] {
  const tokens: FilterToken[] = []
  const reader = new Reader(text)
  for (reader.skipBlanks(); !reader.isOver(); reader.skipBlanks()) tokens.push(reader.token())
  return tokens
}

class Reader {
  private at = 0
  private isUnclosed = false
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  isOver(): boolean {
    return this.at >= this.text.length
  }

  skipBlanks(): void {
    while (!this.isOver() && blank.test(this.char())) this.at += 1
  }

  token(): FilterToken {
    const start = this.at
    this.isUnclosed = false
    const isQuoted = this.char() === '"'
    const name = isQuoted ? this.quoted() : this.run([...operators, '"'])
    let key: string | undefined
    if (!isQuoted && /^meta\./i.test(name)) {
      key = this.char() === '"' && name.length === 5 ? this.quoted() : name.slice(5)
    }
    const op = isQuoted ? undefined : operators.find((one) => one === this.char())
    const values = op === undefined ? [] : this.values()
    const rest = this.run([])
    const source = this.text.slice(start, this.at)
    const { isUnclosed } = this
    const read = { name, isQuoted, key, op, values, isUnclosed, rest }
    return { at: start, length: source.length, source, ...read }
  }

  private values(): string[] {
    const values: string[] = []
    do {
      this.at += 1
      values.push(this.char() === '"' ? this.quoted() : this.run([',', '"']))
    } while (this.char() === ',')
    return values
  }

  /** Reads a quoted text, in which a backslash precedes a quotation mark or another backslash. */
  private quoted(): string {
    let value = ''
    for (this.at += 1; !this.isOver(); this.at += 1) {
      if (this.char() === '"') {
        this.at += 1
        return value
      }
      if (this.char() === '\\' && /["\\]/.test(this.text.charAt(this.at + 1))) this.at += 1
      value += this.char()
    }
    this.isUnclosed = true
    return value
  }

  private run(ends: readonly string[]): string {
    const start = this.at
    while (!this.isOver() && !blank.test(this.char()) && !ends.includes(this.char())) this.at += 1
    return this.text.slice(start, this.at)
  }

  private char(): string {
    return this.text.charAt(this.at)
  }
}
