/** Why a connection did not come about, or did not last. */
export interface ConnectFailure {
  /**
   * `refused`: the broker said no to the credentials. `held`: they are right, but the plant may not connect now, as
   * while it is suspended. `cut`: it hung up before it said anything, as it does on a
   * revoked certificate. `untrusted`: the plant does not take the broker for the package's own.
   */
  kind: 'refused' | 'held' | 'cut' | 'untrusted' | 'unusable' | 'unreachable'
  reason: string
}

/** MQTT 3.1.1, table 3.1: identifier rejected, bad user name or password; not authorized. Others may pass. */
const refusals: Partial<Record<number, ConnectFailure['kind']>> = {
  2: 'refused',
  4: 'refused',
  5: 'held',
}

const ownVerdict =
  /^(CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_|INVALID_CA|ERR_TLS_CERT_ALTNAME)/

/** Tells what an attempt failed of; `isSecure`: the broker's certificate had been accepted by then. */
export function connectFailureOf(error: Error | null, isSecure: boolean): ConnectFailure {
  const { code } = (error ?? {}) as { code?: unknown }
  const reason = oneLine(
    error?.message || (typeof code === 'string' ? code : 'the connection was closed'),
  )
  if (typeof code === 'number') return { kind: refusals[code] ?? 'unreachable', reason }
  if (typeof code === 'string') {
    if (ownVerdict.test(code)) return { kind: 'untrusted', reason }
    if (code.startsWith('ERR_SSL_') && code.includes('ALERT')) return { kind: 'refused', reason }
  }
  return { kind: isSecure ? 'cut' : 'unreachable', reason }
}

function oneLine(message: string): string {
  return message.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
}
