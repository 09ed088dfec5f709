// Builds the dashboard. `--if-needed` keeps a build whose sources have not changed since; `--base=/plantdeck/` makes
// one to be served below that path.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { baseOf } from './base.mjs'
import { ensureDependencies } from './install.mjs'
import { root, runNode, runScript, step } from './step.mjs'

const sources = ['index.html', 'package-lock.json', 'public', 'src', 'tsconfig.json']
sources.push('vite.config.ts', join('.scripts', 'vite-plugins.ts'))
sources.push(join('.scripts', 'on-demand-code.ts'))

/** Inside dist, so that any other build (which empties dist) takes the stamp away with it. */
const stampFile = join(root, 'node_modules', '.plantdeck-build')

/** @param {{ ifNeeded: boolean, base?: string }} options */
export async function buildDashboard({ ifNeeded, base = '/' }) {
  const stamp = stampOf(base)
  if (ifNeeded && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return
  await step('Building the dashboard (vite build)', () =>
    // An inherited NODE_ENV=development would ship React's development build.
    runNode([join('node_modules', 'vite', 'bin', 'vite.js'), 'build', `--base=${base}`], {
      env: { NODE_ENV: 'production' },
    }),
  )
  // Hashed again: the build itself may bring the generated route tree up to date.
  writeFileSync(stampFile, stampOf(base))
}

/**
 * A build is of its sources and of the path that it is served below.
 * @param {string} base
 */
function stampOf(base) {
  return base === '/' ? hashSources() : `${hashSources()} ${base}`
}

function hashSources() {
  const hash = createHash('sha256')
  for (const file of sources.flatMap(listFiles)) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function listFiles(path) {
  const stat = statSync(join(root, path), { throwIfNoEntry: false })
  if (stat === undefined) return []
  if (stat.isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(join(root, path))
    .toSorted()
    .flatMap((name) => listFiles(join(path, name)))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    await ensureDependencies()
    const args = process.argv.slice(2)
    await buildDashboard({ ifNeeded: args.includes('--if-needed'), base: baseOf(args) })
  })
}
