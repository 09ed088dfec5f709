// `npm run test:fuzz`: all property tests with a random seed and many more runs. `-- --seed N` repeats a run, `-- path`
// limits it.
import { randomInt } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureDependencies } from './install.mjs'
import { StepFailed, root, runNode, runScript, say } from './step.mjs'

/** Multiplier for the number of runs of `npm test`. */
const times = 20

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { seed: { type: 'string' } },
    allowPositionals: true,
  })
  const seed = values.seed ?? String(randomInt(2 ** 31))
  const files = propertyTests().filter(
    (file) => positionals.length === 0 || positionals.some((part) => file.includes(part)),
  )
  if (files.length === 0) throw new StepFailed('There is no property test of this name.')
  await ensureDependencies()
  say(`Property tests of ${files.length} files, ${times} times the runs, seed ${seed}`)
  const code = await runNode([join('node_modules', 'vitest', 'vitest.mjs'), 'run', ...files], {
    env: { PLANTDECK_FUZZ_SEED: seed, PLANTDECK_FUZZ_TIMES: String(times) },
  })
  if (code === 0) return
  throw new StepFailed(`Found something. To repeat it: npm run test:fuzz -- --seed ${seed}`)
})

function propertyTests() {
  return ['src', 'sandbox']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((file) => /\.test\.tsx?$/.test(file))
    .filter((file) => readFileSync(join(root, file), 'utf8').includes("/test-properties'"))
    .toSorted()
}
