import type { CommandMessage } from '#sandbox/platform/protocol/messages'
import { PlantConnectError, openSession } from '#sandbox/proof/testing/plant-session'
import type { BrokerSession } from '#sandbox/world/field/broker-session'
import type { PlantPackage } from '#sandbox/world/field/plant-package'

/** Kinds of refusals: of the credentials, of the plant, or of the certificate during the handshake. */
const refusals = new Set<PlantConnectError['kind']>(['refused', 'held', 'cut'])

/** Connects with a package; returns null if the broker refuses it, and throws if the broker cannot be reached. */
export async function tryConnect(
  issued: PlantPackage,
  onCommand?: (command: CommandMessage) => void,
): Promise<BrokerSession | null> {
  try {
    return await openSession(issued, onCommand)
  } catch (error) {
    const isRefusal = error instanceof PlantConnectError && refusals.has(error.kind)
    if (isRefusal) return null
    throw error
  }
}

export async function canConnect(issued: PlantPackage): Promise<boolean> {
  const session = await tryConnect(issued)
  session?.abort()
  return session !== null
}
