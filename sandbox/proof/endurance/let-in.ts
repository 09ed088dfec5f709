import type { BrokerSession } from '#sandbox/world/field/broker-session'
import type { PlantPackage } from '#sandbox/world/field/plant-package'
import type { CommandMessage } from '#sandbox/platform/protocol/messages'
import { NotLetInError, openSession } from '#sandbox/proof/testing/plant-session'

/** What the broker says no with: to the credential, to the plant, or to the certificate at the handshake. */
const refusals = new Set<NotLetInError['kind']>(['refused', 'held', 'cut'])

/** A session with a package; null when the broker refuses it. Throws when there is no broker that could. */
export async function letIn(
  issued: PlantPackage,
  onCommand?: (command: CommandMessage) => void,
): Promise<BrokerSession | null> {
  try {
    return await openSession(issued, onCommand)
  } catch (error) {
    const isRefusal = error instanceof NotLetInError && refusals.has(error.kind)
    if (isRefusal) return null
    throw error
  }
}

/** Whether the broker lets a package in. */
export async function isLetIn(issued: PlantPackage): Promise<boolean> {
  const session = await letIn(issued)
  session?.abort()
  return session !== null
}
