import { hostname } from 'node:os'
import { PlantBroker } from './broker'
import { plantIdOfCertificate } from './identify-plant'
import { listenForPlants } from './tls-listener'
import { logFailure } from '#sandbox/platform/cli/log-failure'
import type { PlatformContext } from '#sandbox/platform/platform-context'

type Parts = Omit<PlatformContext, 'broker' | 'brokerAddress'>

interface BrokerOptions {
  host: string
  mqttPort: number
  /** Host name under which plants reach the broker. */
  mqttHost: string
}

interface RunningBroker {
  broker: PlantBroker
  brokerAddress: PlatformContext['brokerAddress']
  stop: () => Promise<void>
}

/**
 * Starts the broker and its listener, and keeps both in step with changes to credentials.
 * @throws PortTakenError
 */
export async function startBroker(
  parts: Parts,
  { host, mqttPort, mqttHost }: BrokerOptions,
): Promise<RunningBroker> {
  const { credentialEvents, revocationList } = parts
  const broker = await PlantBroker.start(parts)
  const listener = await listenForPlants(parts, {
    host,
    port: mqttPort,
    names: [...new Set([mqttHost, 'localhost', '127.0.0.1', '::1', hostname()])],
    onConnection: (socket, certificate) => broker.serve(socket, certificate),
    onRefused: (certificate) => {
      const plantId = plantIdOfCertificate(certificate)
      if (plantId !== null) broker.recordRefusal(plantId)
    },
  }).catch(async (error: unknown) => {
    await broker.stop()
    throw error
  })
  credentialEvents.on('ended', (plantId) => {
    broker.closeSessions(plantId)
    revocationList.changed()
    // The updated list refuses certificates during the handshake; until it is loaded, the database refuses them.
    listener.refresh().catch((error: unknown) => logFailure(error))
  })
  return {
    broker,
    brokerAddress: { broker: mqttHost, port: listener.port },
    stop: async () => {
      const closed = listener.stop()
      await broker.stop()
      await closed
    },
  }
}
