// Mistakes in a single text, number or word of JSON, in words that say what to write instead.

/** A mistake at an offset of the text. */
export interface MistakeAt {
  at: number
  problem: string
}

/** The end of a token (offset), or the mistake in it. */
export type TokenReading = { end: number } | MistakeAt

/** Characters that people, word processors and other languages put around texts. */
const otherQuotes = /['`´‘’‚“”„«»]/
const special = /["\\\p{Cc}]/gu
const numberRun = /[-+.\w]+/y
const wordRun = /[\p{L}_$][\p{L}\p{N}_$.-]*/uy
const validNumber = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/

const literals: readonly string[] = ['true', 'false', 'null']
/** Words of other languages for what JSON writes otherwise. */
const absent = /^(none|nil|undefined)$/i
const notFinite = /^[-+]?(nan|infinity|inf)$/i

const numberMistakes: readonly [pattern: RegExp, problem: string][] = [
  [notFinite, 'JSON has no NaN and no Infinity; write a number or null'],
  [/^\+/, 'a number has no plus sign; remove it'],
  [/^-?\./, 'write a 0 before the decimal point'],
  [/^-?0x/i, 'write the number in decimal digits'],
  [/^-?0[\d_]/, 'a number doesn’t start with 0; remove the leading zeros'],
  [/^-?\d+\.(?!\d)/, 'a digit is missing after the decimal point'],
  [/^-?[\d.]+e[-+]?$/i, 'digits are missing after the e'],
  [/^-$/, 'digits are missing after the minus sign'],
]

/** Reads the token that begins at an offset where a value is expected; brackets are not its business. */
export function readValue(text: string, at: number): TokenReading {
  const char = text[at] ?? ''
  if (char === '"') return readString(text, at)
  if (otherQuotes.test(char)) return { at, problem: 'use double quotes (") around a text' }
  if (/[-+.\d]/.test(char)) return readNumber(text, at)
  const word = runAt(wordRun, text, at)
  if (word === '') return { at, problem: strangeCharacter(text, at) }
  return literals.includes(word) ? { end: at + word.length } : { at, problem: wordProblem(word) }
}

/** Reads the name of a member that begins at an offset. */
export function readName(text: string, at: number): TokenReading {
  const char = text[at] ?? ''
  if (char === '"') return readString(text, at)
  if (otherQuotes.test(char)) return { at, problem: 'use double quotes (") around a name' }
  const name = runAt(wordRun, text, at) || runAt(numberRun, text, at)
  if (name !== '') return { at, problem: 'put this name in double quotes' }
  const isOpening = char === '{' || char === '['
  const problem = isOpening ? 'a name in double quotes is missing' : strangeCharacter(text, at)
  return { at, problem }
}

/** Describes a character that has no meaning where it is. */
export function strangeCharacter(text: string, at: number): string {
  const char = String.fromCodePoint(text.codePointAt(at) ?? 0)
  if (!/[\p{C}\p{Z}]/u.test(char)) return 'this character doesn’t belong here'
  return `remove the invisible character U+${hex(char)}`
}

function readString(text: string, start: number): TokenReading {
  for (let from = start + 1; ;) {
    special.lastIndex = from
    const found = special.exec(text)
    if (!found) return { at: start, problem: 'this text has no closing double quote' }
    const { 0: char, index: at } = found
    from = at + 1
    if (char === '"') return { end: from }
    if (char === '\\') {
      const problem = escapeProblem(text, at)
      if (problem !== undefined) return { at, problem }
      from += 1
    } else if (char === '\n' || char === '\r') {
      const problem = 'this text has no closing double quote on its line; write a line break as \\n'
      return { at: start, problem }
    } else if (char < ' ') {
      const escaped = char === '\t' ? 'a tab in a text as \\t' : controlEscape(char)
      return { at, problem: `write ${escaped}` }
    }
  }
}

function escapeProblem(text: string, at: number): string | undefined {
  const next = text[at + 1] ?? ''
  if (next === 'u') {
    const isComplete = /^[\da-f]{4}$/i.test(text.slice(at + 2, at + 6))
    return isComplete ? undefined : 'four hexadecimal digits must follow \\u'
  }
  if (next !== '' && '"\\/bfnrt'.includes(next)) return undefined
  return 'write a backslash in a text as \\\\'
}

function readNumber(text: string, at: number): TokenReading {
  const run = runAt(numberRun, text, at)
  if (validNumber.test(run)) return { end: at + run.length }
  const known = numberMistakes.find(([pattern]) => pattern.test(run))
  return { at, problem: known?.[1] ?? 'this is not a number; put a text in double quotes' }
}

function wordProblem(word: string): string {
  const lower = word.toLowerCase()
  if (literals.includes(lower)) return `write ${lower} in small letters`
  if (notFinite.test(word)) return 'JSON has no NaN and no Infinity; write a number or null'
  return absent.test(word) ? 'write null instead' : 'put this text in double quotes'
}

function controlEscape(char: string): string {
  return `this control character in a text as \\u${hex(char).toLowerCase()}`
}

function hex(char: string): string {
  return (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
}

function runAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}
