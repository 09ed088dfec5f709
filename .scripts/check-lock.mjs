// Checks that the lock file installs everywhere: on Linux, macOS and Windows, x64 and arm64, from the public registry.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { StepFailed, root, runScript, say } from './step.mjs'

/**
 * @typedef {{ dependencies?: Record<string, string>, devDependencies?: Record<string, string> }} Manifest
 * @typedef {Manifest & { resolved?: string, optionalDependencies?: Record<string, string> }} Entry
 * @param {{ packages: Record<string, Entry> }} lock
 * @param {Manifest} manifest
 * @returns {string[]} one line for each fault
 */
export function lockFaults(lock, manifest) {
  const entries = Object.entries(lock.packages)
  return [
    ...entries.flatMap(([path, entry]) => missingOptionals(lock.packages, path, entry)),
    ...entries.flatMap(([path, entry]) => foreignHosts(path, entry)),
    ...inexactVersions(manifest),
    ...differences(lock.packages[''] ?? {}, manifest),
  ]
}

/**
 * Finds optional packages missing from the lock. npm omits the binaries of other platforms when the registry used lacks
 * them, and then `npm ci` fails only on those platforms.
 * @param {Record<string, Entry>} packages
 * @param {string} path
 * @param {Entry} entry
 */
function missingOptionals(packages, path, entry) {
  return Object.keys(entry.optionalDependencies ?? {})
    .filter(
      (name) => !foldersUp(path).some((folder) => `${folder}node_modules/${name}` in packages),
    )
    .map(
      (name) => `${path || 'package.json'} names the optional package ${name}, which is not locked`,
    )
}

/**
 * Lists the folders in which Node looks for a package: a folder's own node_modules, then those of its parents.
 * @param {string} path
 */
function foldersUp(path) {
  const folders = path === '' ? [] : [`${path}/`]
  for (
    let at = path.lastIndexOf('node_modules/');
    at > 0;
    at = path.lastIndexOf('node_modules/', at - 1)
  ) {
    folders.push(path.slice(0, at))
  }
  return [...folders, '']
}

/**
 * @param {string} path
 * @param {Entry} entry
 */
function foreignHosts(path, { resolved }) {
  if (resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')) return []
  return [`${path} comes from ${resolved}, not from the public registry`]
}

/** @param {Manifest} manifest */
function inexactVersions(manifest) {
  return Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    .filter(([, version]) => !/^(npm:.+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(
      ([name, version]) =>
        `package.json asks for ${name} ${version}, which is not an exact version`,
    )
}

/**
 * @param {Manifest} locked
 * @param {Manifest} manifest
 */
function differences(locked, manifest) {
  const before = { ...locked.dependencies, ...locked.devDependencies }
  const now = { ...manifest.dependencies, ...manifest.devDependencies }
  return [...new Set([...Object.keys(before), ...Object.keys(now)])]
    .filter((name) => before[name] !== now[name])
    .map(
      (name) =>
        `${name} is ${now[name] ?? 'absent'} in package.json, ${before[name] ?? 'absent'} in the lock`,
    )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    const read = (/** @type {string} */ name) => JSON.parse(readFileSync(join(root, name), 'utf8'))
    const lock = read('package-lock.json')
    const faults = lockFaults(lock, read('package.json'))
    if (faults.length > 0) throw new StepFailed(`package-lock.json:\n${faults.join('\n')}`)
    say(`package-lock.json installs everywhere (${Object.keys(lock.packages).length - 1} packages)`)
  })
}
