// TLS with optional client certificates: plants with a certificate present it, the others authenticate in MQTT. An
// invalid certificate is refused before any MQTT data is read.
import type { X509Certificate } from 'node:crypto'
import type { Socket } from 'node:net'
import { type Server, type TLSSocket, createServer } from 'node:tls'
import { listeningPort } from '#sandbox/platform/cli/listening-port'
import { logFailure } from '#sandbox/platform/cli/log-failure'
import { PortTakenError } from '#sandbox/platform/cli/port-taken'
import type { CertificateAuthority } from '#sandbox/platform/pki/certificate-authority'
import type { RevocationList } from '#sandbox/platform/pki/revocation-list'
import { hourMs } from '@/lib/instants'

/** Interval (ms) at which the platform renews its own certificate and the revocation list, long before they expire. */
const renewEveryMs = hourMs
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
  /** Names and addresses for which the platform's certificate is issued. */
  names: readonly string[]
  /** Receives a client's certificate only if it is valid. */
  onConnection: (socket: TLSSocket, certificate: X509Certificate | null) => void
  onRefused: (certificate: X509Certificate) => void
}

/** Listening TLS server that renews its certificate and revocation list. */
interface TlsListener {
  port: number
  /** Loads the current revocation list; open connections are not affected. */
  refresh: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts the TLS listener for plants.
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
    // Checked below, because clients without a certificate may still authenticate in MQTT.
    rejectUnauthorized: false,
    handshakeTimeout: handshakeTimeoutMs,
  })
  server.maxConnections = maxConnections
  // Node leaves a connection open when its handshake fails or times out.
  server.on('tlsClientError', (_error, socket) => socket.destroy())
  const connections = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  server.on('secureConnection', (socket) => {
    // The client's identity must not change: a second handshake could present another certificate.
    socket.disableRenegotiation()
    socket.on('error', () => socket.destroy())
    const certificate = socket.getPeerX509Certificate() ?? null
    if (!certificate || socket.authorized) return onConnection(socket, certificate)
    socket.destroy()
    onRefused(certificate)
  })
  await listen(server, host, port)
  server.on('error', (error) => console.error(error))
  const refresh = coalesced(async () => server.setSecureContext(await context()))
  const renew = async () => {
    identity = await authority.issueServer(names, now())
    await refresh()
  }
  const renewal = setInterval(() => {
    renew().catch((error: unknown) => logFailure(error))
  }, renewEveryMs)
  renewal.unref()
  return {
    port: listeningPort(server),
    refresh,
    stop: () => {
      clearInterval(renewal)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const connection of connections) connection.destroy()
      return closed
    },
  }
}

/** Allows one run at a time; calls during a run share a single run after it. */
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
    const refuse = (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTakenError(port, '--mqtt-port') : error)
    server.once('error', refuse)
    server.listen(port, host, () => {
      server.off('error', refuse)
      resolve()
    })
  })
}
