import { parseJson } from './json-text'

/**
 * Returns true for JSON texts of the same value, whatever their spaces and the order of their members. Numbers count as
 * parsed, so a server may write 30.0 as 30. Bad JSON is the same as nothing, nor is JSON nested too deeply to compare.
 */
export function isSameJson(one: string, other: string): boolean {
  if (one === other) return true
  const [first, second] = [parseJson(one), parseJson(other)]
  if (first === undefined || second === undefined) return false
  try {
    return inOrder(first) === inOrder(second)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/** Returns a value as JSON text with its members in alphabetical order. */
function inOrder(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(inOrder).join()}]`
  const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${inOrder(member)}`).join()}}`
}
