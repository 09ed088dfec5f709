import type { IClientOptions } from 'mqtt'
import { isIP } from 'node:net'
import type { PlantPackage } from './plant-package'
import type { StatusMessage } from '#sandbox/platform/protocol/messages'

interface Attempt {
  nowMs: number
  /** True simulates a misconfigured controller: no certificate, or a wrong password. */
  isWrong?: boolean
  /** Address to connect to instead of the broker; its certificate must still have the name in the package. */
  host?: string | undefined
}

/** Returns an offline status, for a disconnect or as last will. */
export function offlineStatus(nowMs: number, reason: string): string {
  return JSON.stringify({ ts: nowMs, state: 'offline', reason } satisfies StatusMessage)
}

/** Returns the options with which a plant connects. The broker uses MQTT 3.1.1; PlantLink handles reconnections. */
export function connectionOptions(plant: PlantPackage, attempt: Attempt): IClientOptions {
  const { broker, port, topics } = plant.mqtt
  return {
    protocol: 'mqtts',
    host: attempt.host ?? broker,
    port,
    ...(isIP(broker) === 0 && { servername: broker }),
    ca: plant.security.caCert,
    rejectUnauthorized: true,
    protocolVersion: 4,
    clientId: plant.plantId,
    clean: true,
    keepalive: 30,
    connectTimeout: 10_000,
    reconnectPeriod: 0,
    will: {
      topic: topics.status,
      payload: Buffer.from(offlineStatus(attempt.nowMs, 'connection lost')),
      qos: 1,
      retain: false,
    },
    ...credentialOf(plant, attempt.isWrong === true),
  }
}

function credentialOf({ plantId, authMethod, security }: PlantPackage, isWrong: boolean) {
  const wrong = 'not the password'
  switch (authMethod) {
    case 'MTLS': {
      const { clientCert, clientKey } = security
      return {
        username: plantId,
        ...(!isWrong && { cert: clientCert ?? '', key: clientKey ?? '' }),
      }
    }
    case 'TOKEN':
      return { username: plantId, password: isWrong ? wrong : (security.token ?? '') }
    case 'PASSWORD': {
      const { username, password } = security
      return { username: username ?? plantId, password: isWrong ? wrong : (password ?? '') }
    }
  }
}
