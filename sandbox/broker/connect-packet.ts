import type { AuthenticateError, Client } from 'aedes'
import type { TLSSocket } from 'node:tls'
import type { Presented } from './identify-plant'

/** What a refused client is told (MQTT 3.1.1, table 3.1). */
const returnCodes = { identifierRejected: 2, badCredential: 4, notAuthorized: 5 } as const

/** What a client shows: the certificate of its connection, user name and password of its first packet. */
export function presentedBy(
  client: Client,
  username: string | undefined,
  password: Buffer | undefined,
): Presented {
  const certificate = (client.conn as TLSSocket).getPeerX509Certificate() ?? null
  return { certificate, username, password: password?.toString('utf8') }
}

/** The plant's id, more after a hyphen for somebody who tries by hand, or a name that the broker gave. */
export function mayBeNamed(clientId: string, plantId: string): boolean {
  return clientId === plantId || clientId.startsWith(`${plantId}-`) || clientId.startsWith('aedes_')
}

/** The answer that turns a client away. */
export function refusal(reason: keyof typeof returnCodes): AuthenticateError {
  return Object.assign(new Error(reason), { returnCode: returnCodes[reason] })
}
