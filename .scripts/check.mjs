// `npm run check`, which CI runs on a clean checkout: the quick checks first, then all tests.
import { ensureDependencies, runNpm } from './install.mjs'
import { runTests } from './run-tests.mjs'
import { step } from './step.mjs'
import { runCounted } from './totals.mjs'

const scripts = { Types: 'typecheck', Lint: 'lint', Format: 'format:check' }

await runCounted(async (totals) => {
  await step('Lock file', () => runNpm(['run', '--silent', 'check:lock']))
  await ensureDependencies()
  for (const [name, script] of Object.entries(scripts)) {
    await step(name, () => runNpm(['run', '--silent', script]))
  }
  await runTests(totals, { isThorough: true })
})
