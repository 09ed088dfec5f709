import { skipBlanks } from './json-scan'
import {
  type MistakeAt,
  type TokenReading,
  readName,
  readValue,
  strangeCharacter,
} from './json-token-mistake'

interface JsonMistake {
  line: number
  column: number
  problem: string
}

/** The token that may come next: a value, a name, a colon, or a comma or bracket after a value. */
type Expected = 'value' | 'name' | 'colon' | 'next'

const closing = { '{': '}', '[': ']' } as const
type Opening = keyof typeof closing

/** Finds the first mistake in JSON text, in plain words and by line and column; undefined for valid JSON. */
export function findJsonMistake(text: string): JsonMistake | undefined {
  const found = new JsonCheck(text).run()
  return found && { ...placeOf(text, found.at), problem: found.problem }
}

/** Describes the first mistake in JSON text in a sentence; undefined for valid JSON. */
export function jsonMistakeText(text: string): string | undefined {
  const mistake = findJsonMistake(text)
  return mistake && `Line ${mistake.line}, column ${mistake.column}: ${mistake.problem}.`
}

/** Goes through the text once, with a list of open brackets instead of recursion: the text may be nested deeply. */
class JsonCheck {
  private at = 0
  private expected: Expected = 'value'
  private readonly open: { opening: Opening; at: number }[] = []
  /** Offset of the comma before the current place, or undefined right after an opening bracket. */
  private commaAt: number | undefined
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  run(): MistakeAt | undefined {
    for (;;) {
      this.at = skipBlanks(this.text, this.at)
      const char = this.text[this.at]
      if (char === undefined) return this.atEnd()
      const mistake = isComment(this.text, this.at)
        ? this.problem('JSON has no comments; remove this one')
        : this[this.expected](char)
      if (mistake) return mistake
    }
  }

  private value(char: string): MistakeAt | undefined {
    if (char === '{' || char === '[') return this.opened(char)
    if (char === '}' || char === ']') return this.closedEarly(char)
    if (char === ',' || char === ';') return this.problem('a value is missing before this comma')
    if (char === ':' || char === '=') return this.problem('there is one colon too many')
    return this.take(readValue(this.text, this.at), 'next')
  }

  private name(char: string): MistakeAt | undefined {
    if (char === '}' || char === ']') return this.closedEarly(char)
    if (char === ',') return this.problem('there is one comma too many')
    if (char === ':') return this.problem('a name in double quotes is missing before this colon')
    const { commaAt } = this
    if (commaAt !== undefined && /^\d,\d$/.test(this.text.slice(commaAt - 1, commaAt + 2))) {
      return { at: commaAt, problem: 'write a decimal point instead of this comma' }
    }
    return this.take(readName(this.text, this.at), 'colon')
  }

  private colon(char: string): MistakeAt | undefined {
    if (char === ':') return this.step('value')
    if (char === '=') return this.problem('write a colon instead of this equals sign')
    const isNothing = char === ',' || char === '}'
    return this.problem(isNothing ? 'a colon and a value are missing' : 'a colon is missing')
  }

  private next(char: string): MistakeAt | undefined {
    const inside = this.open.at(-1)
    if (char === '}' || char === ']') return this.closed(char)
    if (!inside) return this.problem('only one value is allowed; remove what follows it')
    if (char === ',') {
      this.commaAt = this.at
      return this.step(inside.opening === '{' ? 'name' : 'value')
    }
    if (char === ';') return this.problem('write a comma instead of this semicolon')
    if (char === ':') return this.problem('a colon belongs between a name and its value, in braces')
    const before = this.text[this.at - 1]
    if (before === '"' && /[\p{L}\p{N}]/u.test(char)) {
      const problem = 'write a double quote in a text as \\", or put a comma after the text'
      return { at: this.at - 1, problem }
    }
    const isStart = /["'{[\w+.-]/.test(char)
    return this.problem(isStart ? 'a comma is missing' : strangeCharacter(this.text, this.at))
  }

  private opened(opening: Opening): undefined {
    this.open.push({ opening, at: this.at })
    this.commaAt = undefined
    this.step(opening === '{' ? 'name' : 'value')
  }

  /** A bracket where a name or value is expected: the end of an empty object or array, or a mistake. */
  private closedEarly(char: string): MistakeAt | undefined {
    const inside = this.open.at(-1)
    if (!inside) return this.problem('this bracket closes nothing; remove it')
    if (inside.opening === '{' && this.expected === 'value') {
      return this.problem('a value is missing')
    }
    if (this.commaAt === undefined) return this.closed(char)
    return { at: this.commaAt, problem: 'nothing follows this comma; remove it' }
  }

  private closed(char: string): MistakeAt | undefined {
    const inside = this.open.at(-1)
    if (!inside) return this.problem('this bracket closes nothing; remove it')
    if (closing[inside.opening] !== char) return this.problem(this.unclosed(inside))
    this.open.pop()
    this.step('next')
    return undefined
  }

  private atEnd(): MistakeAt | undefined {
    if (this.expected === 'colon') return this.problem('a colon and a value are missing')
    const inside = this.open.at(-1)
    const isValueDue = this.expected === 'value' && (inside?.opening !== '[' || !inside)
    if (isValueDue) return this.problem('a value is missing')
    return inside && this.problem(this.unclosed(inside))
  }

  private unclosed({ opening, at }: { opening: Opening; at: number }): string {
    const { line, column } = placeOf(this.text, at)
    return `a ${closing[opening]} is missing for the ${opening} of line ${line}, column ${column}`
  }

  private take(reading: TokenReading, then: Expected): MistakeAt | undefined {
    if (!('end' in reading)) return reading
    this.at = reading.end
    this.expected = then
    return undefined
  }

  private step(then: Expected): undefined {
    this.at += 1
    this.expected = then
  }

  private problem(problem: string): MistakeAt {
    return { at: this.at, problem }
  }
}

function isComment(text: string, at: number): boolean {
  return text[at] === '#' || (text[at] === '/' && '/*'.includes(text[at + 1] ?? '-'))
}

function placeOf(text: string, at: number) {
  const lines = text.slice(0, at).split(/\r\n|\r|\n/)
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
}
