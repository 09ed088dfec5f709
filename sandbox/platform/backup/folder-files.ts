import { readFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'

/** Files that the database's copy replaces, the lock, and what a crash left half written. */
const leftOut = /^(plantdeck|lock)\.sqlite(-\w+)?$|\.new$/

/** Returns the content of all files to back up, by their path in the folder. */
export function readFiles(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !leftOut.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return new Map(
    files.map((file) => [file.slice(folder.length + 1).replaceAll(sep, '/'), readFileSync(file)]),
  )
}

/** Returns true if both have the same files with the same content. */
export function isSame(
  one: ReadonlyMap<string, Buffer>,
  other: ReadonlyMap<string, Buffer>,
): boolean {
  return (
    one.size === other.size &&
    [...one].every(([name, content]) => other.get(name)?.equals(content) === true)
  )
}
