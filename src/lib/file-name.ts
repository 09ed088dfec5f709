/** Converts untrusted text to a safe part of a file name: only `[A-Za-z0-9._-]`, without leading dots. */
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

/** Returns the name of a file that is written at a time (Unix ms), with its day in UTC. */
export function datedName(name: string, writtenAtMs: number): string {
  return `${name}-${new Date(writtenAtMs).toISOString().slice(0, 10)}`
}
