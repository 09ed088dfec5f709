import { cpSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes one folder a copy of another. Identical files are not touched, so programs that have them open or watch them
 * notice only changes.
 * @param {string} from
 * @param {string} to
 * @param {readonly string[]} [except] top-level names that are neither copied nor deleted
 */
export function mirror(from, to, except = []) {
  mkdirSync(to, { recursive: true })
  const names = readdirSync(from).filter((name) => !except.includes(name))
  for (const name of readdirSync(to)) {
    if (!names.includes(name) && !except.includes(name)) remove(join(to, name))
  }
  for (const name of names) {
    const [source, target] = [join(from, name), join(to, name)]
    const [now, before] = [source, target].map((path) => statSync(path, { throwIfNoEntry: false }))
    // Editors save through a temporary file, which may vanish right after it was listed.
    if (now === undefined) continue
    if (before !== undefined && before.isDirectory() !== now.isDirectory()) remove(target)
    if (now.isDirectory()) mirror(source, target)
    // Copied timestamps are rounded to milliseconds.
    else if (before?.size !== now.size || Math.abs(before.mtimeMs - now.mtimeMs) > 1) {
      cpSync(source, target, { preserveTimestamps: true })
    }
  }
}

/** @param {string} path */
function remove(path) {
  rmSync(path, { recursive: true, force: true })
}
