// `npm run test:node24`: the platform's tests on Node 24, installed from the `node` package of the registry.
import { join } from 'node:path'
import { ensureDependencies, runNpm } from './install.mjs'
import { runScript, step } from './step.mjs'

await runScript(async () => {
  await ensureDependencies()
  // The package's install script downloads the binary for this machine, so this one must run.
  const node = ['exec', '--yes', '--ignore-scripts=false', '--package=node@24', '--', 'node']
  await step('Node of the registry', () => runNpm([...node, '--version']))
  const vitest = [join('node_modules', 'vitest', 'vitest.mjs'), 'run', '--project', 'sandbox']
  await step('Sandbox tests on Node 24', () =>
    runNpm([...node, ...vitest, ...process.argv.slice(2)]),
  )
})
