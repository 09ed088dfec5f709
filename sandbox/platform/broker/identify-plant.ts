// Identifies connections. A plant has a single credential: a certificate, a token or a password, depending on its
// authMethod. It is valid while the plant's lifecycle allows connections (contract/platform.md).
import type { X509Certificate } from 'node:crypto'
import type { Database } from '#sandbox/platform/database/open-database'
import type { PlantRow } from '#sandbox/platform/database/tables'
import { isUuid } from '#sandbox/platform/http/uuid'
import { mayConnect } from '#sandbox/platform/lifecycle/lifecycle'
import { certificateOf } from '#sandbox/platform/pki/certificates'
import type { MqttTokens } from '#sandbox/platform/provisioning/mqtt-tokens'
import { plantOfPassword } from '#sandbox/platform/provisioning/plant-passwords'

export interface Presented {
  /** Verified against the platform's authority by the listener. */
  certificate: X509Certificate | null
  username: string | undefined
  password: string | undefined
}

/**
 * Accepted as a plant, or refused; `claimedPlantIds` are the existing plants that the client claimed to be: two if its
 * certificate and its username name different ones.
 */
type Identity =
  | { plantId: string }
  | {
      refused: 'unknown' | 'wrong-credential' | 'not-allowed'
      claimedPlantIds: readonly string[]
    }

interface Identifying {
  database: Database
  mqttTokens: MqttTokens
  now: () => Date
}

type Claimed = Pick<PlantRow, 'id' | 'authMethod' | 'lifecycleStatus' | 'credentialsGeneration'>

export async function identifyPlant(
  platform: Identifying,
  presented: Presented,
): Promise<Identity> {
  const plant = await claimedPlant(platform, presented)
  if (!plant || !(await isGenuine(platform, plant, presented))) {
    const named = await claimedPlant(platform, { ...presented, certificate: null })
    const claimed = new Set([plant, named].flatMap((one) => one?.id ?? []))
    const refused = plant ? 'wrong-credential' : 'unknown'
    return { refused, claimedPlantIds: [...claimed] }
  }
  if (!mayConnect(plant.lifecycleStatus)) {
    return { refused: 'not-allowed', claimedPlantIds: [plant.id] }
  }
  return { plantId: plant.id }
}

/** Returns the ID of the plant to which a certificate was issued, or null if the subject contains none. */
export function plantIdOfCertificate(certificate: X509Certificate): string | null {
  const name = /^CN=(.+)$/m.exec(certificate.subject)?.[1]?.toLowerCase()
  return name !== undefined && isUuid(name) ? name : null
}

async function claimedPlant(
  { database }: Pick<Identifying, 'database'>,
  { certificate, username = '' }: Presented,
): Promise<Claimed | undefined> {
  const plants = database
    .selectFrom('plants')
    .select(['id', 'authMethod', 'lifecycleStatus', 'credentialsGeneration'])
  const plantId = certificate
    ? plantIdOfCertificate(certificate)
    : ((await plantOfPassword(database, username))?.plantId ?? username.toLowerCase())
  if (plantId !== null && isUuid(plantId)) {
    return plants.where('id', '=', plantId).executeTakeFirst()
  }
  // The username of an expired password still identifies its plant, unless two plants share these digits.
  const digits = /^plc-([0-9a-f]{8})$/.exec(username)?.[1]
  if (certificate || digits === undefined) return undefined
  const found = await plants
    .where('id', '>=', `${digits}-`)
    .where('id', '<', `${digits}.`)
    .limit(2)
    .execute()
  return found.length === 1 ? found[0] : undefined
}

async function isGenuine(
  { database, mqttTokens, now }: Identifying,
  plant: Claimed,
  { certificate, username, password = '' }: Presented,
): Promise<boolean> {
  switch (plant.authMethod) {
    case 'MTLS': {
      if (!certificate) return false
      const issued = await certificateOf(database, certificate.serialNumber)
      // The serial number alone is public. Expiry is checked here too, because a resumed connection was verified
      // earlier.
      const isCurrent =
        issued?.plantId === plant.id &&
        issued.fingerprint === certificate.fingerprint256 &&
        issued.revokedAt === null &&
        issued.expiresAt > now().toISOString()
      return isCurrent && (username === undefined || username.toLowerCase() === plant.id)
    }
    case 'TOKEN': {
      const token = await mqttTokens.read(password)
      return token?.plantId === plant.id && token.generation === plant.credentialsGeneration
    }
    case 'PASSWORD': {
      const stored = await plantOfPassword(database, username ?? '')
      return stored?.plantId === plant.id && stored.isPassword(password)
    }
  }
}
