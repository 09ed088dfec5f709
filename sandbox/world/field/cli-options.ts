import type { AckHabit } from './behaviour'
import { numberOf } from '#sandbox/platform/cli/flag-values'
import { UsageError } from '#sandbox/platform/cli/options-or-exit'
import { parseFlags } from '#sandbox/platform/cli/parse-flags'
import type { Site } from '#sandbox/world/site-model/site'

interface PlantOptions {
  packageFile: string
  site: Omit<Site, 'seed'>
  intervalMs: number
  ack: AckHabit
  host: string | undefined
}

export const usage = `Runs one plant from a provisioning package

  npm run sandbox:plant -- package.json [flags]

  --latitude N    latitude of the plant, degrees (default 50)
  --longitude N   longitude of the plant, degrees (default 15)
  --kwp N         peak power of its modules, kW (default 50; 0 for none)
  --kwh N         capacity of its battery, kWh (default 100; 0 for none)
  --interval N    seconds between two samples (default 10)
  --ack HABIT     behaviour for commands: quick, slow, error or never (default quick)
  --host HOST     connect to HOST instead of the package's broker, with the same broker certificate
  --help          show this help
`

const habits: readonly AckHabit[] = ['quick', 'slow', 'error', 'never']

/**
 * Reads the command line; returns null if it asks for the help text.
 * @throws UsageError
 */
export function readPlantOptions(args: readonly string[]): PlantOptions | null {
  const { values, positionals } = parse(args)
  if (values.help) return null
  const [packageFile, ...more] = positionals
  if (packageFile === undefined) throw new UsageError('name the package to run: package.json')
  if (more.length > 0)
    throw new UsageError(`only one package at a time, not also "${more.join(' ')}"`)
  const kwp = numberOf('--kwp', values.kwp, 0, 1_000_000)
  const kwh = numberOf('--kwh', values.kwh, 0, 1_000_000)
  return {
    packageFile,
    site: {
      latitude: numberOf('--latitude', values.latitude, -90, 90),
      longitude: numberOf('--longitude', values.longitude, -180, 180),
      fvePeakPowerKwp: kwp > 0 ? kwp : null,
      capacityKwh: kwh > 0 ? kwh : null,
      plantWithLoad: true,
      hasEngine: false,
    },
    intervalMs: numberOf('--interval', values.interval, 1, 3600) * 1000,
    ack: habitOf(values.ack),
    host: values.host,
  }
}

function parse(args: readonly string[]) {
  return parseFlags({
    args: withNegativeNumbers(args),
    allowPositionals: true,
    options: {
      latitude: { type: 'string', default: '50' },
      longitude: { type: 'string', default: '15' },
      kwp: { type: 'string', default: '50' },
      kwh: { type: 'string', default: '100' },
      interval: { type: 'string', default: '10' },
      ack: { type: 'string', default: 'quick' },
      host: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
}

/** Joins flags with negative values, because parseArgs would take the value in `--latitude -33.9` for a flag. */
function withNegativeNumbers(args: readonly string[]): string[] {
  const read: string[] = []
  for (const arg of args) {
    const flag = read.at(-1)
    if (/^-[\d.]/.test(arg) && flag?.startsWith('--')) read[read.length - 1] = `${flag}=${arg}`
    else read.push(arg)
  }
  return read
}

function habitOf(text: string): AckHabit {
  const habit = habits.find((one) => one === text)
  if (habit) return habit
  throw new UsageError(`--ack takes ${habits.join(', ')}, not "${text}"`)
}
