/** Returns true if JSON text nests objects and arrays deeper than a limit, without parsing it. */
export function exceedsDepth(text: string, limit: number): boolean {
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{\]}]/gs)) {
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    if (depth > limit) return true
  }
  return false
}
