import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['index.html', 'package-lock.json', 'public', 'src', 'tsconfig.json']
sources.push('vite.config.ts', join('.scripts', 'vite-plugins.ts'))
sources.push(join('.scripts', 'on-demand-code.ts'))

/** The OpenAPI document of the embedded platform: not in `dist`, which may be served in front of another backend. */
export const apiDocumentFile = join('sandbox', 'dist', 'openapi.json')

/**
 * Returns a stamp of the OpenAPI document and of the code that it is made of.
 * @param {string} folder of the project
 */
export function apiDocumentStamp(folder) {
  const made = hashOf(folder, [
    'package-lock.json',
    'sandbox',
    join('src', 'api'),
    join('src', 'lib'),
  ])
  return existsSync(join(folder, apiDocumentFile)) ? made : ''
}

/**
 * Returns a stamp of a build's sources and output files. A dist that is missing, incomplete or written by another
 * program has a different stamp.
 * @param {string} folder of the project
 */
export function buildStamp(folder) {
  return `${hashOf(folder, sources)} ${hashOf(folder, ['dist'])}`
}

/**
 * @param {string} folder
 * @param {readonly string[]} paths
 */
function hashOf(folder, paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap((path) => listFiles(folder, path))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(folder, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(folder, path) {
  const stat = statSync(join(folder, path), { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (stat.isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(join(folder, path))
    .toSorted()
    .flatMap((name) => listFiles(folder, join(path, name)))
}
