/** Reason why a connection failed or ended. */
export interface ConnectFailure {
  /**
   * `refused`: the broker rejected the credentials. `held`: the credentials are correct, but the plant may not connect
   * now, for example while it is suspended. `cut`: the broker closed the connection without a response, for example
   * because of a revoked certificate. `untrusted`: the plant doesn't trust the broker's certificate.
   */
  kind: 'refused' | 'held' | 'cut' | 'untrusted' | 'unusable' | 'unreachable'
  reason: string
}

/** Return codes of MQTT 3.1.1, table 3.1, that refuse this plant. Other failures may be temporary. */
const refusals: Partial<Record<number, ConnectFailure['kind']>> = {
  2: 'refused',
  4: 'refused',
  5: 'held',
}

const ownVerdict =
  /^(CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_|INVALID_CA|ERR_TLS_CERT_ALTNAME)/

/** Classifies a failed attempt; `isSecure` is true if the broker's certificate was already accepted. */
export function connectFailureOf(error: Error | null, isSecure: boolean): ConnectFailure {
  const code: unknown = error !== null && 'code' in error ? error.code : undefined
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
