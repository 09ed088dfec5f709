// Builds the dashboard. `--if-needed` keeps a complete build whose sources are unchanged; `--base=/plantdeck/` builds
// it for that base path.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { baseOf } from './base.mjs'
import { buildStamp } from './build-stamp.mjs'
import { ensureDependencies } from './install.mjs'
import { root, runNode, runScript, step } from './step.mjs'

const stampFile = join(root, 'node_modules', '.plantdeck-build')

/** @param {{ ifNeeded: boolean, base?: string }} options */
export async function buildDashboard({ ifNeeded, base = '/' }) {
  // A build depends on its sources and its base path.
  const stamp = () => `${base} ${buildStamp(root)}`
  if (ifNeeded && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return
  await step('Building the dashboard (vite build)', () =>
    // An inherited NODE_ENV=development would produce React's development build.
    runNode([join('node_modules', 'vite', 'bin', 'vite.js'), 'build', `--base=${base}`], {
      env: { NODE_ENV: 'production' },
    }),
  )
  // Computed again: the build may have updated the generated route tree.
  writeFileSync(stampFile, stamp())
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    const args = process.argv.slice(2)
    await ensureDependencies()
    await buildDashboard({ ifNeeded: args.includes('--if-needed'), base: baseOf(args) })
  })
}
