// `npm run test:interruptions`: one run over 300 plants, broken 40 times by reloads, closed and killed browsers, lost
// connections, ended sessions and waits. `npm run test:faults` has a short version of it.
import { join } from 'node:path'
import { buildDashboard } from './build.mjs'
import { ensureDependencies } from './install.mjs'
import { runNode, runScript, step } from './step.mjs'

const playwright = join('node_modules', '@playwright', 'test', 'cli.js')
const test = join('e2e', 'faults', 'run-interruptions.spec.ts')

await runScript(async () => {
  await ensureDependencies()
  await buildDashboard({ ifNeeded: true })
  await step('Breaking a run over 300 plants 40 times', () =>
    runNode([playwright, 'test', '--config', 'e2e/faults.config.ts', test], {
      env: { PLANTDECK_BREAKS: '40', PLANTDECK_BREAK_PLANTS: '300' },
    }),
  )
})
