/** A port is in use by another program; the message names the flag that takes another. */
export class PortTakenError extends Error {
  override readonly name = 'PortTakenError'

  constructor(port: number, flag: '--port' | '--mqtt-port') {
    super(`port ${port} is in use by another program; take another with ${flag}`)
  }
}
