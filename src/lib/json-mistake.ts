import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'

interface JsonMistake {
  line: number
  column: number
  problem: string
}

const problems = new Map([
  ['InvalidNumberFormat', 'this is not a number'],
  ['PropertyNameExpected', 'a name in double quotes is missing'],
  ['ValueExpected', 'a value is missing'],
  ['ColonExpected', 'a colon is missing'],
  ['CommaExpected', 'a comma is missing'],
  ['CloseBraceExpected', 'a closing brace is missing'],
  ['CloseBracketExpected', 'a closing bracket is missing'],
  ['EndOfFileExpected', 'nothing may follow the end'],
  ['InvalidCommentToken', 'JSON has no comments'],
  ['UnexpectedEndOfComment', 'JSON has no comments'],
  ['UnexpectedEndOfString', 'a closing quote is missing'],
  ['UnexpectedEndOfNumber', 'this number is not finished'],
  ['InvalidUnicode', 'four hexadecimal digits must follow \\u'],
  ['InvalidEscapeCharacter', 'nothing such can follow a backslash'],
  ['InvalidCharacter', 'this character must be escaped'],
])

/** Describes the first mistake in JSON text; undefined for valid JSON and for text nested too deeply to check. */
export function findJsonMistake(text: string): JsonMistake | undefined {
  const errors: ParseError[] = []
  try {
    parse(text, errors, { disallowComments: true, allowTrailingComma: false })
  } catch {
    return undefined
  }
  const first = errors.toSorted((a, b) => a.offset - b.offset)[0]
  if (!first) return undefined
  const lines = text.slice(0, first.offset).split(/\r\n|\r|\n/)
  return {
    line: lines.length,
    column: (lines.at(-1)?.length ?? 0) + 1,
    problem: problems.get(printParseErrorCode(first.error)) ?? 'this is not JSON',
  }
}
