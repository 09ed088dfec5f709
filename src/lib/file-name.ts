/** A name for a file made of somebody else's text: only `[A-Za-z0-9._-]` is left, and no dot at its start. */
export function fileNamePart(text: string): string {
  const plain = text
    .slice(0, 1_000)
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 80)
    .replace(/[.-]+$/, '')
  return plain === '' ? 'plant' : plain
}
