import type { ConnectionStatus } from '@/api/plant-schemas'
import { lookUp } from '@/lib/look-up'

type ConnectionKind = 'connected' | 'away' | 'unsure'

const kinds: Record<ConnectionStatus, ConnectionKind> = {
  ONLINE: 'connected',
  DEGRADED: 'connected',
  OFFLINE: 'away',
  UNKNOWN: 'unsure',
}

/** Classifies a connection state for a user about to act; unknown states promise nothing. */
export function connectionKind(status: string): ConnectionKind {
  return lookUp(kinds, status) ?? 'unsure'
}

/** Returns true for a plant that receives commands now, as far as the platform knows: a degraded one is connected. */
export function isConnected(status: string): boolean {
  return connectionKind(status) === 'connected'
}
