import type { ConnectFailure } from './connect-failure'
import type {
  AckMessage,
  CommandMessage,
  StatusMessage,
  TelemetrySample,
} from '#sandbox/platform/protocol/messages'

export type PlantEvent =
  | { kind: 'connecting'; to: string; as: string; isWrong: boolean }
  | { kind: 'status'; status: StatusMessage }
  | { kind: 'ready' }
  | { kind: 'backlog'; samples: number; fromMs: number }
  | { kind: 'telemetry'; sample: TelemetrySample }
  | { kind: 'command'; command: CommandMessage }
  | { kind: 'ignored'; reason: string }
  | { kind: 'ack'; ack: AckMessage }
  | { kind: 'down'; reason: string }
  | { kind: 'failed'; failure: ConnectFailure; retryInMs: number }

const failures: Record<ConnectFailure['kind'], string> = {
  refused: 'the broker refused these credentials',
  held: "the broker doesn't allow this plant to connect now, for example because it is suspended",
  cut: 'the broker closed the connection without a response, for example because of a revoked certificate',
  untrusted: "the broker's certificate is not trusted by the package's caCert",
  unusable: "the package's certificate or key cannot be used",
  unreachable: 'no connection',
}

/** Describes an event in one line, for a vendor's engineer. */
export function describeEvent(event: PlantEvent): string {
  switch (event.kind) {
    case 'connecting': {
      const wrongly = event.isWrong ? ', with wrong credentials' : ''
      return `connecting to ${event.to} as ${event.as}${wrongly}`
    }
    case 'status': {
      const { state, firmware, devices = [] } = event.status
      return `status sent: ${state}, firmware ${firmware}, devices ${devices.join(' ')}`
    }
    case 'ready':
      return 'commands subscribed'
    case 'backlog':
      return `backlog sent: ${event.samples} samples since ${new Date(event.fromMs).toISOString()}`
    case 'telemetry':
      return `telemetry sent: ${valuesText(event.sample)}`
    case 'command': {
      const { action, payload, target, cmdId } = event.command
      const at = target === undefined ? '' : ` for ${target}`
      return `command received: ${action} ${JSON.stringify(payload)}${at} (${cmdId})`
    }
    case 'ignored':
      return `message ignored: ${event.reason}`
    case 'ack': {
      const { st, err, msg, data, cmdId } = event.ack
      const more = [err, msg && `"${msg}"`, data && JSON.stringify(data)].filter(Boolean)
      return ['ack sent:', st, ...more, `(${cmdId})`].join(' ')
    }
    case 'down':
      return `disconnected: ${event.reason}`
    case 'failed':
      return `${describeFailure(event.failure)}; next attempt in ${(event.retryInMs / 1000).toFixed(1)} s`
  }
}

/** Describes a failure: its meaning, then the original message. */
export function describeFailure({ kind, reason }: ConnectFailure): string {
  return `${failures[kind]} (${reason})`
}

function valuesText({ values, bits }: TelemetrySample): string {
  const parts = Object.entries(values).map(([field, value]) => `${field} ${value}`)
  return [...parts, ...(bits === undefined ? [] : [`bits ${bits.toString(2)}`])].join(', ')
}
