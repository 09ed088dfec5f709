// `npm run test:browsers`: one story in Chromium, Firefox and WebKit. `--install` first installs missing ones. Engine
// names select engines; `--pictures DIR` also takes a screenshot of every page in each.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { buildDashboard } from './build.mjs'
import { engineNames, findEngine, installEngines, installHint } from './engines.mjs'
import { ensureDependencies } from './install.mjs'
import { serve } from './serve.mjs'
import { StepFailed, runScript, say } from './step.mjs'

await runScript(async () => {
  const { values, positionals } = parseArgs({
    options: { install: { type: 'boolean' }, pictures: { type: 'string' } },
    allowPositionals: true,
  })
  const wanted = engineNames.filter(
    (name) => positionals.length === 0 || positionals.includes(name),
  )
  if (wanted.length < positionals.length) {
    throw new StepFailed(`Stopped: the engines are ${engineNames.join(', ')}.`)
  }
  await ensureDependencies()
  const missing = wanted.filter((name) => findEngine(name) === undefined)
  if (values.install === true && missing.length > 0) await installEngines(missing)
  await buildDashboard({ ifNeeded: true })
  const args = wanted.flatMap((name) => {
    const path = findEngine(name)
    if (path === undefined) say(`${name} is not installed, so it is skipped. ${installHint(name)}`)
    return [`--${name}`, path ?? '']
  })
  // npm runs its scripts in the project folder, wherever it was called.
  const here = process.env.INIT_CWD ?? '.'
  if (values.pictures !== undefined) args.push('--pictures', resolve(here, values.pictures))
  serve([['--import', 'tsx', 'e2e/browsers/main.ts', ...args]])
})
