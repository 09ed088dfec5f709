import { readFileSync } from 'node:fs'
import { steadyBehaviour } from './behaviour'
import { readPlantOptions, usage } from './cli-options'
import type { ConnectFailure } from './connect-failure'
import { type PlantEvent, describeEvent, describeFailure } from './plant-event'
import { PackageError, type PlantPackage, readPackage } from './plant-package'
import { SimulatedPlant } from './simulated-plant'
import { optionsOrExit } from '#sandbox/platform/cli/options-or-exit'
import { seedOf } from '#sandbox/world/site-model/noise'

const options = optionsOrExit(readPlantOptions, usage)
const plantPackage = packageOrExit(options.packageFile)
const { plantId } = plantPackage
let cuts = 0

const plant = new SimulatedPlant({
  package: plantPackage,
  site: { ...options.site, seed: plantId },
  behaviour: { ...steadyBehaviour, ack: options.ack, intervalMs: options.intervalMs },
  seed: seedOf(plantId),
  ...(options.host !== undefined && { host: options.host }),
  onEvent: report,
})
// A reader of the output may close it early, as `head` does.
process.stdout.on('error', () => process.exit())
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
say(`plant ${plantId}, ${plantPackage.authMethod}`)
plant.start()

function report(event: PlantEvent): void {
  if (event.kind === 'failed') {
    const { failure } = event
    cuts = failure.kind === 'cut' ? cuts + 1 : 0
    if (isHopeless(failure)) leave(failure)
    else say(describeEvent(event))
    return
  }
  say(describeEvent(event))
  if (event.kind !== 'ready') return
  cuts = 0
  console.log(`ready ${plantId}`)
}

/** The plant keeps trying only if the broker is unreachable or the plant is suspended. */
function isHopeless({ kind }: ConnectFailure): boolean {
  // A closed connection may come from a broker that is starting; two in a row are caused by the certificate.
  return kind === 'cut' ? cuts > 1 : kind !== 'unreachable' && kind !== 'held'
}

function leave(failure: ConnectFailure): void {
  const isCut = failure.kind === 'cut'
  const text = describeFailure(isCut ? { ...failure, kind: 'refused' } : failure)
  console.error(text)
  process.exitCode = 1
  void plant.stop()
}

function stop(): void {
  say('stopping')
  void plant.stop().then(() => process.exit())
}

function say(line: string): void {
  console.log(`${new Date().toISOString().slice(11, 19)} ${line}`)
}

function packageOrExit(file: string): PlantPackage {
  try {
    return readPackage(readFileSync(file, 'utf8'))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    const reason = error instanceof PackageError ? error.message : code
    console.error(`${file} cannot be used: ${reason}`)
    process.exit(1)
  }
}
