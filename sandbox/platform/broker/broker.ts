import { Aedes, type AuthenticateError, type Client } from 'aedes'
import type { X509Certificate } from 'node:crypto'
import type { EventEmitter } from 'node:events'
import type { Duplex } from 'node:stream'
import { callbackify } from 'node:util'
import { mayBeNamed, refusal } from './connect-packet'
import { type Presented, identifyPlant } from './identify-plant'
import { Inbox, type InboxEntry } from './inbox'
import { guardPackets } from './packet-guard'
import { entryFor } from './plant-messages'
import { PlantSessions } from './plant-sessions'
import { PlantWarnings } from './plant-warnings'
import { logFailure } from '#sandbox/platform/cli/log-failure'
import type { Database } from '#sandbox/platform/database/open-database'
import type { Vault } from '#sandbox/platform/pki/vault'
import {
  recordAuthFailure,
  recordConnected,
  recordDisconnected,
} from '#sandbox/platform/presence/presence'
import { maxPlantMessageBytes } from '#sandbox/platform/protocol/messages'
import { topicKind, topicsOf } from '#sandbox/platform/protocol/topics'
import type { MqttTokens } from '#sandbox/platform/provisioning/mqtt-tokens'

/** Return code of a refused subscription (MQTT 3.1.1, 3.9.3), which aedes puts in the place of its QoS. */
const refusedSubscription: number = 0x80

interface BrokerParts {
  database: Database
  vault: Vault
  mqttTokens: MqttTokens
  now: () => Date
}

const maxKeepaliveS = 300

/** One session for the controller; the others allow manual tests next to it. */
const maxSessionsAPlant = 4

/**
 * Accepts plants, records their messages and delivers commands. It keeps no sessions: messages sent while a plant is
 * offline are lost (contract/platform.md: commands are not retained).
 */
export class PlantBroker {
  private readonly parts: BrokerParts
  private readonly inbox: Inbox
  private readonly sessions = new PlantSessions()
  private readonly warnings = new PlantWarnings()
  private readonly certificates = new WeakMap<Duplex, X509Certificate>()
  private readonly aedes: Aedes

  private constructor(parts: BrokerParts) {
    this.parts = parts
    this.inbox = new Inbox(parts.database, parts.now)
    this.aedes = new Aedes({
      connectTimeout: 10_000,
      // A connection that accepts no data for this long is closed, so that a command never waits until it is too old.
      drainTimeout: 10_000,
      // A plant that disappears silently is noticed after one and a half times its own keepalive interval.
      keepaliveLimit: maxKeepaliveS,
      preConnect: (_client, packet, done) => {
        packet.clean = true
        done(null, true)
      },
      authenticate: (client, username, password, done) => {
        const certificate = this.certificates.get(client.conn) ?? null
        const presented = { certificate, username, password: password?.toString('utf8') }
        const admit = callbackify(() => this.admit(client, presented))
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- another error lacks only the return code; aedes refuses anyway
        admit((error) => done(error as AuthenticateError | null, !error))
      },
      authorizePublish: (client, packet, done) => {
        // Messages from plants are never retained; the database stores their content.
        packet.retain = false
        callbackify(() => this.take(client, packet.topic, packet.payload))(done)
      },
      authorizeSubscribe: (client, subscription, done) => {
        // A plant that subscribed to its own messages and didn't read them would block the whole broker.
        const plantId = this.sessions.plantIdOf(client)
        const isOwn = plantId !== undefined && topicKind(plantId, subscription.topic) === 'commands'
        done(null, isOwn ? subscription : null)
      },
    })
    // The library's types omit this event, but without a listener it would terminate the process.
    const emitter: EventEmitter = this.aedes
    emitter.on('error', (error: unknown) => logFailure(error))
    this.aedes.on('clientReady', (client) => this.opened(client))
    this.aedes.on('clientDisconnect', (client) => this.closed(client))
    this.aedes.on('subscribe', (subscriptions, client) => {
      for (const { topic, qos } of subscriptions) {
        if (qos !== refusedSubscription) this.sessions.subscribed(client, topic)
      }
    })
    this.aedes.on('unsubscribe', (topics, client) => {
      for (const topic of topics) this.sessions.unsubscribed(client, topic)
    })
  }

  static async start(parts: BrokerParts): Promise<PlantBroker> {
    const broker = new PlantBroker(parts)
    await broker.aedes.listen()
    return broker
  }

  /** Serves a connection; `certificate` is the client's verified certificate, if it presented one. */
  serve(connection: Duplex, certificate: X509Certificate | null): void {
    if (certificate) this.certificates.set(connection, certificate)
    this.aedes.handle(connection)
    guardPackets(connection)
  }

  recordRefusal(plantId: string): void {
    this.write((tx, now) => recordAuthFailure(tx, plantId, now))
  }

  closeSessions(plantId: string): void {
    for (const client of this.sessions.of(plantId)) client.close()
  }

  /**
   * Hands a command to the plant; returns false if none of its sessions is subscribed to commands. Doesn't wait for the
   * plant's connection: the broker has accepted the command at this point.
   */
  deliver(plantId: string, payload: string): boolean {
    const topic = topicsOf(plantId).commands
    if (!this.sessions.isSubscribed(plantId, topic)) return false
    const packet = { cmd: 'publish', topic, payload, qos: 1, retain: false, dup: false } as const
    this.aedes.publish(packet, (error) => {
      if (error) console.error(error)
    })
    return true
  }

  /** Resolves when all received messages are on disk. */
  settled(): Promise<void> {
    return this.inbox.drained()
  }

  async stop(): Promise<void> {
    await new Promise<void>((resolve) => this.aedes.close(resolve))
    await this.inbox.drained()
  }

  private async admit(client: Client, presented: Presented): Promise<void> {
    const identity = await identifyPlant(this.parts, presented)
    if ('refused' in identity) {
      // A valid credential of a suspended plant is not an authentication failure.
      if (identity.refused === 'not-allowed') throw refusal('notAuthorized')
      for (const plantId of identity.claimedPlantIds) this.recordRefusal(plantId)
      throw refusal('badCredential')
    }
    // Another plant's client ID would end that plant's session.
    if (!mayBeNamed(client.id, identity.plantId)) throw refusal('identifierRejected')
    const others = this.sessions.of(identity.plantId).filter(({ id }) => id !== client.id)
    if (others.length >= maxSessionsAPlant) throw refusal('unavailable')
    this.sessions.identify(client, identity.plantId, presented)
  }

  /** Acknowledges a plant's message once its content is on disk. */
  private async take(
    client: Client | null,
    topic: string,
    payload: Buffer | string,
  ): Promise<void> {
    const plantId = client ? this.sessions.plantIdOf(client) : undefined
    const kind = plantId === undefined ? null : topicKind(plantId, topic)
    if (plantId === undefined || kind === null || kind === 'commands') {
      throw new Error(`not a topic to publish to: ${topic.slice(0, 100)}`)
    }
    if (Buffer.byteLength(payload) > maxPlantMessageBytes)
      throw new Error('the message is too large')
    const entry = entryFor(this.parts.vault, plantId, kind, payload)
    if (entry) await this.inbox.add(entry)
    else this.warnings.warn(plantId, `discarded an invalid ${kind} message`)
  }

  private opened(client: Client): void {
    const plantId = this.sessions.plantIdOf(client)
    const presented = this.sessions.takePresented(client)
    if (plantId === undefined || !presented) return
    // The client may already have disconnected; its end was then reported before its beginning.
    if (!client.closed) this.sessions.open(client, plantId)
    this.write(async (tx, now) => {
      // The plant may have been suspended or revoked during authentication, before there was a session to close.
      const again = await identifyPlant({ ...this.parts, database: tx }, presented)
      if ('refused' in again) return client.close()
      await recordConnected(tx, plantId, now)
      if (this.sessions.of(plantId).length === 0) await recordDisconnected(tx, plantId, now)
    })
  }

  private closed(client: Client): void {
    const plantId = this.sessions.plantIdOf(client)
    if (plantId === undefined || !this.sessions.close(client, plantId)) return
    this.write((tx, now) => recordDisconnected(tx, plantId, now))
  }

  private write(entry: InboxEntry): void {
    this.inbox.add(entry).catch((error: unknown) => logFailure(error))
  }
}
