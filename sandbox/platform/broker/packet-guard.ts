import type { Duplex } from 'node:stream'
import { maxPlantMessageBytes } from '#sandbox/platform/protocol/messages'

/** Room for a message with its topic and headers; also more than any username and token need. */
const maxPacketBytes = maxPlantMessageBytes + 4 * 1024

/** A length has at most four bytes. */
const maxFactor = 128 ** 4

/**
 * Closes a connection that announces a packet above the size limit. The MQTT library would buffer the whole packet in
 * memory: up to 256 MB, even from unauthenticated clients.
 */
export function guardPackets(connection: Duplex): void {
  const isTooLarge = packetWatch()
  // The library reads on its own; this listener sees each chunk before the library does.
  connection.on('data', (chunk: Buffer) => {
    if (isTooLarge(chunk)) connection.destroy()
  })
}

/** Tracks the packets of a byte stream (MQTT 3.1.1, 2.2); the function returns true when a packet is too large. */
export function packetWatch(): (chunk: Buffer) => boolean {
  let bodyLeft = 0
  let length: { value: number; factor: number } | null = null
  return (chunk) => {
    let at = 0
    while (at < chunk.length) {
      if (bodyLeft > 0) {
        const taken = Math.min(bodyLeft, chunk.length - at)
        bodyLeft -= taken
        at += taken
      } else if (length === null) {
        // The first byte is the packet type; the length follows, with seven bits per byte.
        length = { value: 0, factor: 1 }
        at += 1
      } else {
        const byte = chunk[at] ?? 0
        at += 1
        length.value += (byte & 0x7f) * length.factor
        length.factor *= 128
        if (length.value > maxPacketBytes) return true
        if (byte < 0x80) {
          bodyLeft = length.value
          length = null
        } else if (length.factor === maxFactor) return true
      }
    }
    return false
  }
}
