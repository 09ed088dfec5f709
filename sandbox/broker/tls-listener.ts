// Mutual TLS with a choice: plants with a certificate show it, the others show none and sign in by MQTT. A
// certificate that is shown must hold; one that does not is refused before a byte of MQTT is read.
import type { X509Certificate } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { type Server, type TLSSocket, createServer } from 'node:tls'
import type { CertificateAuthority } from '#sandbox/pki/certificate-authority'
import type { RevocationList } from '#sandbox/pki/revocation-list'
import { PortTakenError } from '#sandbox/cli/port-taken'

/** The platform's own certificate is renewed, and the list of revoked ones with it, long before they end. */
const renewEveryMs = 24 * 60 * 60 * 1000
const handshakeTimeoutMs = 10_000
const maxConnections = 20_000

interface ListenerParts {
  authority: CertificateAuthority
  revocationList: RevocationList
  now: () => Date
}

interface ListenerOptions {
  host: string
  port: number
  /** Names and addresses that the platform's certificate is made out to. */
  names: readonly string[]
  onConnection: (socket: TLSSocket) => void
  onRefused: (certificate: X509Certificate) => void
}

/** A listening TLS server that keeps itself up to date. */
export interface TlsListener {
  port: number
  /** Takes up the revocation list as it is now; connections that are open stay as they are. */
  refresh: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * Listens for plants.
 * @throws PortTakenError
 */
export async function listenForPlants(
  { authority, revocationList, now }: ListenerParts,
  { host, port, names, onConnection, onRefused }: ListenerOptions,
): Promise<TlsListener> {
  let identity = await authority.issueServer(names, now())
  const context = async () => ({
    key: identity.privateKeyPem,
    cert: identity.certificatePem,
    ca: authority.certificatePem,
    crl: await revocationList.current(),
  })
  const server = createServer({
    ...(await context()),
    minVersion: 'TLSv1.2',
    requestCert: true,
    // Left to us: whoever shows no certificate may still sign in by MQTT.
    rejectUnauthorized: false,
    handshakeTimeout: handshakeTimeoutMs,
  })
  server.maxConnections = maxConnections
  server.on('secureConnection', (socket) => {
    socket.on('error', () => socket.destroy())
    const certificate = socket.getPeerX509Certificate()
    if (!certificate || socket.authorized) return onConnection(socket)
    socket.destroy()
    onRefused(certificate)
  })
  await listen(server, host, port)
  const refresh = coalesced(async () => server.setSecureContext(await context()))
  const renewal = setInterval(() => {
    void authority.issueServer(names, now()).then((renewed) => {
      identity = renewed
      return refresh()
    })
  }, renewEveryMs)
  renewal.unref()
  return {
    port: (server.address() as AddressInfo).port,
    refresh,
    stop: () => {
      clearInterval(renewal)
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Runs one at a time; what is asked for meanwhile is one more run. */
function coalesced(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  const start = (): Promise<void> => {
    running = run().finally(() => {
      running = null
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = null
        return start()
      })
    return next
  }
}

function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, '--mqtt-port') : error),
    )
    server.listen(port, host, () => resolve())
  })
}
