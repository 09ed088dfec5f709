// `npm test`: the tests for every day, in under ten minutes from a fresh clone; `npm run check` has the rest.
import { ensureDependencies } from './install.mjs'
import { runTests } from './run-tests.mjs'
import { runCounted } from './totals.mjs'

await runCounted(async (totals) => {
  await ensureDependencies()
  await runTests(totals, { isThorough: false })
})
