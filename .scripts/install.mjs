// Installs the dependencies when they are missing or the lock file has changed.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, runNode, step } from './step.mjs'

const lockFile = join(root, 'package-lock.json')
const stampFile = join(root, 'node_modules', '.plantdeck-lock')

export async function ensureDependencies() {
  const stamp = createHash('sha256').update(readFileSync(lockFile)).digest('hex')
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  if (!hasInstalledLock()) await step('Installing dependencies (npm ci)', npmCi)
  writeFileSync(stampFile, stamp)
}

/**
 * Returns true when npm's own record of node_modules contains every package of the lock file in its version, as after a
 * manual `npm ci` or `npm install`. Packages for other platforms are absent by design.
 */
function hasInstalledLock() {
  const record = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(record)) return false
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages
  const locked = Object.entries(JSON.parse(readFileSync(lockFile, 'utf8')).packages)
  return locked.every(
    ([path, entry]) =>
      path === '' || entry.optional === true || installed[path]?.version === entry.version,
  )
}

function npmCi() {
  // Includes development packages whatever NODE_ENV says, because the build and the sandbox need them. No package needs
  // an install script, so none may run one.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--include=optional', '--no-audit']
  args.push('--no-fund', '--loglevel=error')
  return runNpm(args)
}

/**
 * Runs the npm that started this script, otherwise the one on the path.
 * @param {readonly string[]} args
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath
  if (npm !== undefined && /\.c?js$/.test(npm)) return runNode([npm, ...args])
  return run('npm', args, { shell: process.platform === 'win32' })
}
