import { isIP } from 'node:net'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { wholeNumber } from './platform/cli/flag-values'
import { UsageError } from './platform/cli/options-or-exit'
import { parseFlags } from './platform/cli/parse-flags'
import { canonicalHost, isLoopback } from './platform/hosts/host-names'
import { serialNumberCount } from '#sandbox/world/fleet/serial-number'

export interface SandboxOptions {
  /** File for a backup of the data folder, to be written instead of starting the platform. */
  backup?: string
  /** Backup to restore into the data folder, instead of starting the platform. */
  restore?: string
  dataFolder: string
  host: string
  /** Further names under which the platform responds. */
  allowedHosts: readonly string[]
  port: number
  mqttPort: number
  /** Host name under which plants reach the broker. */
  mqttHost: string
  /** Number of plants of the demo fleet that are simulated as live clients. */
  field: number
  plants: number
  seed: number
  distFolder: string
  /** Path under which a reverse proxy serves everything, with a slash at both ends; "/" if there is none. */
  basePath: string
  testControl: boolean
  accessTokenSeconds: number
}

export const usage = `Plantdeck's embedded plant platform

  npm run sandbox -- [flags]

  --data DIR                  data folder (default .data)
  --host HOST                 address to listen on (default 127.0.0.1); demo users exist only on loopback
  --allow-host NAME           further host name to respond to on loopback, for example a proxy's; repeatable
  --port N                    HTTP port, 0 for any free port (default 4400)
  --mqtt-port N               port of the MQTT broker, 0 for any free port (default 8883)
  --mqtt-host NAME            host name under which plants reach the broker (default localhost, or this machine's name)
  --field N                   plants of "Demo Energy" that run as live clients (default 40)
  --plants N                  plants of "Demo Energy" in a new data folder (default 240)
  --seed N                    seed of the fleet in a new data folder (default 1)
  --dist DIR                  built dashboard to serve (default dist next to package.json)
  --base PATH                 path under which a proxy serves everything, stripped or not (default /)
  --access-token-seconds N    lifetime of an access token (default 600)
  --test-control              enable test organizations and faults under /_test/, loopback only
  --backup FILE               write a backup of the data folder and its keys to a new file, also while it is in use
  --restore FILE              restore a backup into a new data folder
  --help                      show this help
`

/** More live plants would leave a two-core machine no time for anything else. */
const largestField = 1_000

const projectFolder = fileURLToPath(new URL('..', import.meta.url))

/** Reads the command line; returns null if it asks for the help text. */
export function readOptions(args: readonly string[]): SandboxOptions | null {
  const { values } = parse(args)
  if (values.help) return null
  const options = {
    ...(values.backup !== undefined && { backup: resolve(values.backup) }),
    ...(values.restore !== undefined && { restore: resolve(values.restore) }),
    dataFolder: resolve(values.data),
    host: hostName('--host', values.host),
    allowedHosts: values['allow-host'].map((name) => hostName('--allow-host', name)),
    port: wholeNumber('--port', values.port, 0, 65_535),
    mqttPort: wholeNumber('--mqtt-port', values['mqtt-port'], 0, 65_535),
    mqttHost: hostName(
      '--mqtt-host',
      values['mqtt-host'] ?? (isLoopback(values.host) ? 'localhost' : hostname()),
    ),
    field: wholeNumber('--field', values.field, 0, largestField),
    plants: wholeNumber('--plants', values.plants, 0, serialNumberCount),
    seed: wholeNumber('--seed', values.seed, 0, 4_294_967_295),
    distFolder: values.dist === undefined ? resolve(projectFolder, 'dist') : resolve(values.dist),
    basePath: pathBase('--base', values.base),
    testControl: values['test-control'],
    accessTokenSeconds: wholeNumber(
      '--access-token-seconds',
      values['access-token-seconds'],
      1,
      86_400,
    ),
  }
  if (values.backup !== undefined && values.restore !== undefined) {
    throw new UsageError('--backup and --restore exclude each other')
  }
  if (options.testControl && !isLoopback(options.host)) {
    throw new UsageError('--test-control works only on loopback: set --host to 127.0.0.1')
  }
  return options
}

function parse(args: readonly string[]) {
  return parseFlags({
    args: [...args],
    options: {
      data: { type: 'string', default: '.data' },
      host: { type: 'string', default: '127.0.0.1' },
      'allow-host': { type: 'string', multiple: true, default: [] },
      port: { type: 'string', default: '4400' },
      'mqtt-port': { type: 'string', default: '8883' },
      'mqtt-host': { type: 'string' },
      field: { type: 'string', default: '40' },
      plants: { type: 'string', default: '240' },
      seed: { type: 'string', default: '1' },
      dist: { type: 'string' },
      base: { type: 'string', default: '/' },
      'access-token-seconds': { type: 'string', default: '600' },
      'test-control': { type: 'boolean', default: false },
      backup: { type: 'string' },
      restore: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
}

/** Reads a host name or address; an IPv6 address may be in brackets, as in a URL. */
function hostName(flag: string, text: string): string {
  const host = /^\[(.+)\]$/.exec(text)?.[1] ?? text
  if (isIP(host) > 0 || (/^[\w.-]{1,253}$/.test(text) && canonicalHost(text) !== null)) return host
  throw new UsageError(`${flag} must be a host name or an address, not "${text}"`)
}

function pathBase(flag: string, text: string): string {
  if (/^\/?([\w.~-]+(\/[\w.~-]+)*\/?)?$/.test(text)) return `/${text}/`.replaceAll(/\/+/g, '/')
  throw new UsageError(`${flag} takes a path such as /plantdeck/, not "${text}"`)
}
