import type { AuthenticateError } from 'aedes'

/** Return codes for refused clients (MQTT 3.1.1, table 3.1). */
const returnCodes = {
  identifierRejected: 2,
  unavailable: 3,
  badCredential: 4,
  notAuthorized: 5,
} as const

/**
 * Returns true for the plant's ID, the ID with a suffix after a hyphen (for manual tests), and a name that the broker
 * assigned.
 */
export function mayBeNamed(clientId: string, plantId: string): boolean {
  return clientId === plantId || clientId.startsWith(`${plantId}-`) || clientId.startsWith('aedes_')
}

/** Creates the error that refuses a client. */
export function refusal(reason: keyof typeof returnCodes): AuthenticateError {
  return Object.assign(new Error(reason), { returnCode: returnCodes[reason] })
}
