import type { Duplex } from 'node:stream'
import { maxPlantMessageBytes } from '#sandbox/platform/protocol/messages'

/** A message with its topic and headers; also more than any user name and token need. */
const maxPacketBytes = maxPlantMessageBytes + 4 * 1024

/** A length has four bytes at most. */
const longestFactor = 128 ** 4

/**
 * Cuts a connection that announces a packet larger than any that is taken. The MQTT library would first
 * gather all of it in memory: up to 256 MB, from anybody.
 */
export function guardPackets(connection: Duplex): void {
  const isTooLarge = packetWatch()
  // The library reads by itself; this listener sees each chunk on its way, before the library does.
  connection.on('data', (chunk: Buffer) => {
    if (isTooLarge(chunk)) connection.destroy()
  })
}

/** Follows the packets of a byte stream (MQTT 3.1.1, 2.2); says when one announces too much. */
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
        // The first byte says what kind it is; how long it is comes next, seven bits a byte.
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
        } else if (length.factor === longestFactor) return true
      }
    }
    return false
  }
}
