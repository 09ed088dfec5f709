// A generated plant says in its metadata that no client stands behind it. The mark is put in and taken out as
// text: metadata may hold numbers larger than a double, which must not go through JSON.parse.
const alone = '{"simulated":true}'
const lastMember = ',"simulated":true}'

/** The JSON text of an object with the mark as its last member; its other bytes stay. */
export function withSimulatedMark(metadataText: string): string {
  return metadataText === '{}' ? alone : metadataText.slice(0, -1) + lastMember
}

/** Takes out the mark as `withSimulatedMark` puts it in; any other text stays as it is. */
export function withoutSimulatedMark(metadataText: string | null): string | null {
  if (metadataText === alone) return '{}'
  if (!metadataText?.endsWith(lastMember)) return metadataText
  return `${metadataText.slice(0, -lastMember.length)}}`
}
