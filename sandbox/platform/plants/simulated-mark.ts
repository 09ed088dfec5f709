// Generated plants are marked in their metadata as having no client. The mark is inserted and removed as text, because
// metadata may contain numbers that exceed the precision of a double, which JSON.parse would change.
const alone = '{"simulated":true}'
const lastMember = ',"simulated":true}'

/** Adds the mark to the JSON text of an object as its last member, without changing the rest. */
export function withSimulatedMark(metadataText: string): string {
  return metadataText === '{}' ? alone : metadataText.slice(0, -1) + lastMember
}

/** Removes a mark that `withSimulatedMark` added; returns any other text unchanged. */
export function withoutSimulatedMark(metadataText: string | null): string | null {
  if (metadataText === alone) return '{}'
  if (!metadataText?.endsWith(lastMember)) return metadataText
  return `${metadataText.slice(0, -lastMember.length)}}`
}
