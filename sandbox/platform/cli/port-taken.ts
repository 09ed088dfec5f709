/** Thrown when another program uses a port; the message names the flag that changes the port. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError'

  constructor(port: number, flag: '--port' | '--mqtt-port') {
    super(`port ${port} is in use by another program; choose another one with ${flag}`)
  }
}
