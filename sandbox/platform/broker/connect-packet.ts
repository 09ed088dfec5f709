import type { AuthenticateError } from 'aedes'

/** Return codes for refused clients (MQTT 3.1.1, table 3.1). */
const returnCodes = {
  identifierRejected: 2,
  unavailable: 3,
  badCredential: 4,
  notAuthorized: 5,
} as const

/** Returns true for the plant's ID, the ID with `-` and a suffix (manual tests), or a name assigned by the broker. */
export function mayBeNamed(clientId: string, plantId: string): boolean {
  return clientId === plantId || clientId.startsWith(`${plantId}-`) || clientId.startsWith('aedes_')
}

export function refusal(reason: keyof typeof returnCodes): AuthenticateError {
  return Object.assign(new Error(reason), { returnCode: returnCodes[reason] })
}
