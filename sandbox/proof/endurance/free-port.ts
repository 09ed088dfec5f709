import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Random } from '#sandbox/world/fleet/random'

/** Finds an unused port outside the range that the system uses for outgoing connections. */
export async function freePort(random: Random): Promise<number> {
  for (;;) {
    const port = random.integer(12_000, 30_000)
    const server = createServer().listen(port, '127.0.0.1')
    const isFree = await once(server, 'listening').then(
      () => true,
      () => false,
    )
    if (!isFree) continue
    server.close()
    await once(server, 'close')
    return port
  }
}
