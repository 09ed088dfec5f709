// `npm start`: the built dashboard and the embedded platform, from a fresh clone.
import { join } from 'node:path'
import { baseOf } from './base.mjs'
import { buildDashboard } from './build.mjs'
import { ensureDependencies } from './install.mjs'
import { mqttPortOf, portOf, requireFreePort } from './port.mjs'
import { sandboxArgs, serve } from './serve.mjs'
import { home, runScript, say } from './step.mjs'

const given = process.argv.slice(2)
const port = portOf(given)
const mqttPort = mqttPortOf(given)

await runScript(async () => {
  const base = baseOf(given)
  await requireFreePort(port, `Choose another one: npm start -- --port ${port + 100}`)
  await requireFreePort(
    mqttPort,
    `Plants would connect there. Choose another one: npm start -- --mqtt-port ${mqttPort + 100}`,
  )
  await ensureDependencies()
  await buildDashboard({ ifNeeded: true, base })
  say('Starting the dashboard and the embedded platform')
  serve([
    [
      ...sandboxArgs,
      ...withDefault('--data', join(home, '.data')),
      ...withDefault('--port', String(port)),
      ...given,
    ],
  ])
})

/**
 * @param {string} name
 * @param {string} value
 */
function withDefault(name, value) {
  return given.some((arg) => arg === name || arg.startsWith(`${name}=`)) ? [] : [name, value]
}
