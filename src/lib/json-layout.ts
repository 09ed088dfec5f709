/** Whether two JSON texts differ in nothing but the blanks between their tokens. */
export function sameJsonText(one: string, other: string): boolean {
  return withoutBlanks(one) === withoutBlanks(other)
}

function withoutBlanks(text: string): string {
  return text.replaceAll(
    /("(?:[^"\\]|\\.)*")|[\t\n\r ]+/gs,
    (_match, string?: string) => string ?? '',
  )
}
