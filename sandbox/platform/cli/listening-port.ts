import type { Server } from 'node:net'

/** Returns the port that a server listens on. Throws for one that doesn't listen, or listens on a socket file. */
export function listeningPort(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}
