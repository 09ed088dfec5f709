import { X509Certificate } from 'node:crypto'
import { setTimeout as passing } from 'node:timers/promises'
import type { PlantPackage } from '#sandbox/world/field/plant-package'
import type { CommandMessage } from '#sandbox/platform/protocol/messages'
import { signedAck } from '#sandbox/proof/testing/plant-session'
import type { Surroundings } from './area'
import { isLetIn, letIn } from './let-in'

const receiptLimitMs = 5000

interface Credentials {
  current: PlantPackage
  former: PlantPackage | null
  /** What the plant signs with. */
  secret: string
}

/** Compares a plant with the package it has: it lets in, its secret signs, and the one before it is worth nothing. */
export async function checkPackage(
  { current, former, secret }: Credentials,
  { desk, findings }: Surroundings,
): Promise<void> {
  const { plantId, authMethod, security } = current
  const found = (await desk.get(`/${plantId}`)).json['certificateSerialNumber']
  const issued = security.clientCert ? new X509Certificate(security.clientCert).serialNumber : null
  findings.claim(
    found === issued,
    `plant ${plantId} was issued certificate ${issued}; it has ${String(found)}`,
  )
  findings.claim(
    former === null || !(await isLetIn(former)),
    `the replaced ${authMethod} package of ${plantId} lets in`,
  )
  const problem = await problemOf(
    { ...current, security: { ...security, hmacSecret: secret } },
    desk,
  )
  findings.claim(problem === null, `the last ${authMethod} package of ${plantId}: ${problem}`)
}

/** Sends the plant a command and answers it as the plant; what went wrong, null when nothing did. */
async function problemOf(plant: PlantPackage, desk: Surroundings['desk']): Promise<string | null> {
  const { plantId, mqtt } = plant
  let receive: (command: CommandMessage) => void
  const receipt = new Promise<CommandMessage>((resolve) => {
    receive = resolve
  })
  const session = await letIn(plant, (command) => receive(command))
  if (!session) return 'it does not let in'
  try {
    await session.subscribe(mqtt.topics.commands)
    const keyed = { key: crypto.randomUUID(), body: { command: 'GET_INFO' } }
    const sent = await desk.postAgain(`/${plantId}/commands`, keyed)
    const command = await Promise.race([receipt, passing(receiptLimitMs, null, { ref: false })])
    if (!command) return `a command was answered ${sent.status} and did not come`
    await session.publish(mqtt.topics.ack, signedAck(plant, command))
    const { data } = (await desk.get(`/${plantId}/commands?limit=1`)).json
    const [latest] = data as Record<string, unknown>[]
    const isAcked = latest?.['cmdId'] === sent.json['cmdId'] && latest?.['ackedAt'] !== null
    return isAcked ? null : 'an ack signed with its last secret is not in the history'
  } finally {
    session.abort()
  }
}
