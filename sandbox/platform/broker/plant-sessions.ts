import type { Client } from 'aedes'
import type { Presented } from './identify-plant'

interface Known {
  plantId: string
  presented: Presented | null
  topics: Set<string>
}

/** The live MQTT sessions of plants. A plant has one, unless somebody tries its credential beside it. */
export class PlantSessions {
  private readonly clientsOf = new Map<string, Set<Client>>()
  private readonly known = new WeakMap<Client, Known>()

  /** Notes whose session a client is, before it is let in. */
  identify(client: Client, plantId: string, presented: Presented): void {
    this.known.set(client, { plantId, presented, topics: new Set() })
  }

  /** The plant that a client was let in as. */
  plantIdOf(client: Client): string | undefined {
    return this.known.get(client)?.plantId
  }

  /** What a client was let in with; given once, so that no secret is kept for as long as a session lasts. */
  takePresented(client: Client): Presented | null {
    const known = this.known.get(client)
    const presented = known?.presented ?? null
    if (known) known.presented = null
    return presented
  }

  open(client: Client, plantId: string): void {
    const clients = this.clientsOf.get(plantId) ?? new Set()
    clients.add(client)
    this.clientsOf.set(plantId, clients)
  }

  /** Forgets a session; says whether it was the plant's last one. */
  close(client: Client, plantId: string): boolean {
    const clients = this.clientsOf.get(plantId)
    if (!clients?.delete(client) || clients.size > 0) return false
    this.clientsOf.delete(plantId)
    return true
  }

  subscribed(client: Client, topic: string): void {
    this.known.get(client)?.topics.add(topic)
  }

  unsubscribed(client: Client, topic: string): void {
    this.known.get(client)?.topics.delete(topic)
  }

  /** Whether a live session of the plant takes messages of a topic. */
  isSubscribed(plantId: string, topic: string): boolean {
    return this.of(plantId).some((client) => this.known.get(client)?.topics.has(topic))
  }

  of(plantId: string): readonly Client[] {
    return [...(this.clientsOf.get(plantId) ?? [])]
  }
}
