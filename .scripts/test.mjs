// `npm test`: everything the README promises, from a fresh clone.
import { ensureDependencies } from './install.mjs'
import { runTests } from './run-tests.mjs'
import { runCounted } from './totals.mjs'

await runCounted(async (totals) => {
  await ensureDependencies()
  await runTests(totals, { hasFaults: false })
})
