import { X509Certificate } from 'node:crypto'
import { setTimeout as passing } from 'node:timers/promises'
import { canConnect, tryConnect } from './try-connect'
import type { RunContext } from './workload'
import type { CommandMessage } from '#sandbox/platform/protocol/messages'
import { signedAck } from '#sandbox/proof/testing/plant-session'
import type { PlantPackage } from '#sandbox/world/field/plant-package'

const receiptLimitMs = 5000

interface Credentials {
  current: PlantPackage
  previous: PlantPackage | null
  secret: string
}

/** Checks that the current package of a plant can connect with a valid secret, and the previous one cannot. */
export async function checkPackage(
  { current, previous, secret }: Credentials,
  { api, findings }: RunContext,
): Promise<void> {
  const { plantId, authMethod, security } = current
  const found = (await api.get(`/${plantId}`)).json['certificateSerialNumber']
  const issued = security.clientCert ? new X509Certificate(security.clientCert).serialNumber : null
  findings.claim(
    found === issued,
    `plant ${plantId} was issued certificate ${issued}; the platform has ${String(found)}`,
  )
  findings.claim(
    previous === null || !(await canConnect(previous)),
    `the replaced ${authMethod} package of ${plantId} can still connect`,
  )
  const problem = await problemOf(
    { ...current, security: { ...security, hmacSecret: secret } },
    api,
  )
  findings.claim(
    problem === null,
    `the last ${authMethod} package of ${plantId} is not usable: ${problem}`,
  )
}

/** Sends a command to the plant and acknowledges it as the plant; returns the problem, or null if there is none. */
async function problemOf(plant: PlantPackage, api: RunContext['api']): Promise<string | null> {
  const { plantId, mqtt } = plant
  let receive: (command: CommandMessage) => void
  const receipt = new Promise<CommandMessage>((resolve) => {
    receive = resolve
  })
  const session = await tryConnect(plant, (command) => receive(command))
  if (!session) return 'it cannot connect'
  try {
    await session.subscribe(mqtt.topics.commands)
    const keyed = { key: crypto.randomUUID(), body: { command: 'GET_INFO' } }
    const sent = await api.postAgain(`/${plantId}/commands`, keyed)
    const command = await Promise.race([receipt, passing(receiptLimitMs, null, { ref: false })])
    if (!command) return `a command got a ${sent.status} but was not delivered`
    await session.publish(mqtt.topics.ack, signedAck(plant, command))
    const { data } = (await api.get(`/${plantId}/commands?limit=1`)).json
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract's list of commands
    const [latest] = data as Record<string, unknown>[]
    const isAcked = latest?.['cmdId'] === sent.json['cmdId'] && latest?.['ackedAt'] !== null
    return isAcked ? null : 'the history lacks an ack signed with the last secret'
  } finally {
    session.abort()
  }
}
