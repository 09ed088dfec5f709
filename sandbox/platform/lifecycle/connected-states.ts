/** The connection states of a plant with a session at the broker. */
export const connectedStates = ['ONLINE', 'DEGRADED'] as const

/** Returns true for the connection state of a plant with a session. */
export function isConnectedState(status: string): boolean {
  return connectedStates.some((state) => state === status)
}
