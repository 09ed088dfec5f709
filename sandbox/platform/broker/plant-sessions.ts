import type { Client } from 'aedes'
import type { Presented } from './identify-plant'

interface Known {
  plantId: string
  presented: Presented | null
  topics: Set<string>
}

/** Live MQTT sessions of plants. A plant normally has one; a manual test with its credential adds another. */
export class PlantSessions {
  private readonly clientsOf = new Map<string, Set<Client>>()
  private readonly known = new WeakMap<Client, Known>()

  identify(client: Client, plantId: string, presented: Presented): void {
    this.known.set(client, { plantId, presented, topics: new Set() })
  }

  plantIdOf(client: Client): string | undefined {
    return this.known.get(client)?.plantId
  }

  /** Returns the credentials of a client once, so that no secret stays in memory for the whole session. */
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

  /** Removes a session; returns true if it was the plant's last one. */
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

  isSubscribed(plantId: string, topic: string): boolean {
    return this.of(plantId).some((client) => this.known.get(client)?.topics.has(topic))
  }

  of(plantId: string): readonly Client[] {
    return [...(this.clientsOf.get(plantId) ?? [])]
  }
}
