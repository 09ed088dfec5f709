import { type IClientOptions, type MqttClient, connectAsync } from 'mqtt'
import { onTestFinished } from 'vitest'
import type { AckMessage, CommandMessage } from '#sandbox/platform/protocol/messages'
import { signAck } from '#sandbox/platform/protocol/signatures'
import type { IssuedPackage } from '#sandbox/platform/provisioning/issue-package'

export function optionsOf({ plantId, security }: IssuedPackage): IClientOptions {
  return {
    protocolVersion: 4,
    clientId: plantId,
    clean: true,
    reconnectPeriod: 0,
    connectTimeout: 5_000,
    ca: security.caCert,
    username: security.username,
    ...(security.clientCert && { cert: security.clientCert, key: security.clientKey ?? '' }),
    ...((security.password ?? security.token) && {
      password: security.password ?? security.token ?? '',
    }),
  }
}

export function urlOf({ mqtt }: IssuedPackage): string {
  return `mqtts://${mqtt.broker}:${mqtt.port}`
}

/** Connects as the plant of a package; rejects if the broker refuses it. */
export async function connectPlant(
  issued: IssuedPackage,
  changes: IClientOptions = {},
): Promise<MqttClient> {
  const client = await connectAsync(urlOf(issued), { ...optionsOf(issued), ...changes }, false)
  client.on('error', () => undefined)
  onTestFinished(() => client.endAsync(true).then(() => undefined))
  return client
}

export function closed(client: MqttClient): Promise<void> {
  if (!client.connected) return Promise.resolve()
  return new Promise((resolve) => client.once('close', () => resolve()))
}

/** Plant that receives commands and queues them until a test reads them. */
export class ListeningPlant {
  readonly received: CommandMessage[] = []
  private readonly issued: IssuedPackage
  private readonly client: MqttClient
  private waiting: ((command: CommandMessage) => void)[] = []
  private taken = 0

  private constructor(issued: IssuedPackage, client: MqttClient) {
    this.issued = issued
    this.client = client
    client.on('message', (_topic, payload) => {
      this.received.push(JSON.parse(payload.toString()) as CommandMessage)
      this.serve()
    })
  }

  static async start(issued: IssuedPackage, changes?: IClientOptions): Promise<ListeningPlant> {
    const plant = new ListeningPlant(issued, await connectPlant(issued, changes))
    await plant.client.subscribeAsync(issued.mqtt.topics.commands, { qos: 1 })
    return plant
  }

  next(): Promise<CommandMessage> {
    return new Promise((resolve) => {
      this.waiting.push(resolve)
      this.serve()
    })
  }

  /** Acknowledges a command; resolves once the broker has accepted the ack. */
  async ack(
    command: Pick<CommandMessage, 'cmdId'>,
    changes: Partial<AckMessage> & { secret?: string } = {},
  ): Promise<void> {
    const { secret = this.issued.security.hmacSecret, ...members } = changes
    const ack = {
      cmdId: command.cmdId,
      st: 'OK',
      ts: Date.now(),
      n: crypto.randomUUID(),
      ...members,
    }
    const signed = { sig: signAck(secret, this.issued.plantId, ack), ...ack }
    const { topics } = this.issued.mqtt
    await this.client.publishAsync(topics.ack, JSON.stringify(signed), { qos: 1 })
  }

  end(): Promise<void> {
    return this.client.endAsync(true)
  }

  private serve(): void {
    while (this.waiting.length > 0 && this.taken < this.received.length) {
      const command = this.received[this.taken++]
      const resolve = this.waiting.shift()
      if (command) resolve?.(command)
    }
  }
}
