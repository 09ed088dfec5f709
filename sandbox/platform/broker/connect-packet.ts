import type { AuthenticateError } from 'aedes'

/** What a refused client is told (MQTT 3.1.1, table 3.1). */
const returnCodes = {
  identifierRejected: 2,
  unavailable: 3,
  badCredential: 4,
  notAuthorized: 5,
} as const

/** The plant's id, more after a hyphen for somebody who tries by hand, or a name that the broker gave. */
export function mayBeNamed(clientId: string, plantId: string): boolean {
  return clientId === plantId || clientId.startsWith(`${plantId}-`) || clientId.startsWith('aedes_')
}

/** The answer that turns a client away. */
export function refusal(reason: keyof typeof returnCodes): AuthenticateError {
  return Object.assign(new Error(reason), { returnCode: returnCodes[reason] })
}
