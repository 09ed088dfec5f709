// `node .scripts/run.mjs vitest run`: runs a program of a dependency, or a TypeScript file of the project.
import { join } from 'node:path'
import { ensureDependencies } from './install.mjs'
import { serve } from './serve.mjs'
import { StepFailed, runScript } from './step.mjs'

/** @type {Record<string, string>} */
const programs = {
  playwright: '@playwright/test/cli.js',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
}

await runScript(async () => {
  const [name = '', ...args] = process.argv.slice(2)
  const program = programs[name]
  if (program === undefined && !name.endsWith('.ts')) throw new StepFailed(`No program "${name}".`)
  await ensureDependencies()
  serve([
    program === undefined
      ? ['--import', 'tsx', name, ...args]
      : [join('node_modules', program), ...args],
  ])
})
