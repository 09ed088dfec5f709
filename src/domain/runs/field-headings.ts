import type { AnswerField } from './answer-values'

/** Returns a heading for each field, unlike any other and unlike those that are `taken`. */
export function fieldHeadings(
  fields: readonly AnswerField[],
  taken: readonly string[],
): ReadonlyMap<string, string> {
  const used = new Set(taken)
  return new Map(
    fields.map(({ path }) => {
      const heading = freeName(path === '' ? 'Response' : path, used)
      used.add(heading)
      return [path, heading]
    }),
  )
}

function freeName(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name)) return name
  const inside = `response.${name}`
  if (!used.has(inside)) return inside
  let count = 2
  while (used.has(`${inside} (${count})`)) count += 1
  return `${inside} (${count})`
}
