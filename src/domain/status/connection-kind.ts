import type { ConnectionStatus } from '@/api/plant-schemas'

/** Whether something can reach the plant now. */
export type ConnectionKind = 'connected' | 'away' | 'unsure'

const kinds: Record<ConnectionStatus, ConnectionKind> = {
  ONLINE: 'connected',
  DEGRADED: 'connected',
  OFFLINE: 'away',
  UNKNOWN: 'unsure',
}

/** What a connection state means for whoever is about to act; states not known here promise nothing. */
export function connectionKind(status: string): ConnectionKind {
  return Object.entries(kinds).find(([name]) => name === status)?.[1] ?? 'unsure'
}
