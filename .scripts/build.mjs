// Builds the dashboard and writes the platform's OpenAPI document. `--if-needed` keeps what is complete and up to date;
// `--base=/plantdeck/` builds the dashboard for that base path.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { baseOf } from './base.mjs'
import { apiDocumentFile, apiDocumentStamp, buildStamp } from './build-stamp.mjs'
import { ensureDependencies } from './install.mjs'
import { root, runNode, runScript, step } from './step.mjs'

const pageStampFile = join(root, 'node_modules', '.plantdeck-build')
const documentStampFile = join(root, 'node_modules', '.plantdeck-openapi')

/**
 * Builds the dashboard and, at the same time, writes the platform's OpenAPI document.
 * @param {{ ifNeeded: boolean, base?: string }} options
 */
export async function buildDashboard({ ifNeeded, base = '/' }) {
  // A build depends on its sources and its base path.
  const page = buildPart(
    ifNeeded,
    pageStampFile,
    () => `${base} ${buildStamp(root)}`,
    () =>
      step('Building the dashboard (vite build)', () =>
        // An inherited NODE_ENV=development would produce React's development build.
        runNode([join('node_modules', 'vite', 'bin', 'vite.js'), 'build', `--base=${base}`], {
          env: { NODE_ENV: 'production' },
        }),
      ),
  )
  const document = buildPart(
    ifNeeded,
    documentStampFile,
    () => apiDocumentStamp(root),
    () =>
      step(`Writing ${apiDocumentFile}`, () =>
        runNode(['--import', 'tsx', join('sandbox', 'write-openapi.ts'), apiDocumentFile]),
      ),
  )
  // Both, because the one that is under way would outlive a script that the other has stopped.
  const outcomes = await Promise.allSettled([page, document])
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

/**
 * Builds a part unless it is there and its sources are unchanged.
 * @param {boolean} ifNeeded
 * @param {string} stampFile
 * @param {() => string} stamp
 * @param {() => Promise<void>} build
 */
async function buildPart(ifNeeded, stampFile, stamp, build) {
  if (ifNeeded && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return
  await build()
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
