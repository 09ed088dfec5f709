import { X509Certificate } from 'node:crypto'
import { rmSync } from 'node:fs'
import { expect, onTestFinished, test } from 'vitest'
import { identifyPlant } from './identify-plant'
import { openDatabase } from '#sandbox/platform/database/open-database'
import { openCertificateAuthority } from '#sandbox/platform/pki/certificate-authority'
import { recordCertificate } from '#sandbox/platform/pki/certificates'
import { newPlant } from '#sandbox/platform/plants/new-plant'
import { openMqttTokens } from '#sandbox/platform/provisioning/mqtt-tokens'
import { newDataFolder } from '#sandbox/proof/testing/test-platform'
import { dayMs } from '@/lib/instants'

const now = new Date()

/** Creates an ACTIVE plant with a certificate and a function that presents the certificate at a given time. */
async function plantWithCertificate() {
  const dataFolder = newDataFolder()
  const { database } = openDatabase(dataFolder)
  onTestFinished(async () => {
    await database.destroy()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const authority = await openCertificateAuthority(dataFolder, { now })
  const mqttTokens = await openMqttTokens(dataFolder, () => now)
  const organizationId = crypto.randomUUID()
  await database
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Test', createdAt: now.toISOString() })
    .execute()
  const plant = newPlant(organizationId, now, { name: 'Plant', serialNumber: 'P' })
  await database
    .insertInto('plants')
    .values({ ...plant, lifecycleStatus: 'ACTIVE' })
    .execute()
  const expiresAt = new Date(now.getTime() + dayMs)
  const issued = await authority.issueClient(plant.id, { now, expiresAt })
  const show = (at: Date, username?: string) =>
    identifyPlant(
      { database, mqttTokens, now: () => at },
      {
        certificate: new X509Certificate(issued.certificatePem),
        username,
        password: undefined,
      },
    )
  const addPlant = async () => {
    const other = newPlant(organizationId, now, { name: 'Other', serialNumber: 'O' })
    await database.insertInto('plants').values(other).execute()
    return other.id
  }
  return { plantId: plant.id, issued, database, show, addPlant }
}

test('identifies a plant by its recorded certificate', async () => {
  const { plantId, issued, database, show } = await plantWithCertificate()
  await recordCertificate(database, plantId, issued)
  expect(await show(now)).toEqual({ plantId })
})

test('refuses another certificate with the same serial number, because the number is public', async () => {
  const { plantId, issued, database, show } = await plantWithCertificate()
  const fingerprint = issued.fingerprint.replace(/^../, '00')
  await recordCertificate(database, plantId, { ...issued, fingerprint })
  expect(await show(now)).toEqual({ refused: 'wrong-credential', claimedPlantIds: [plantId] })
})

test('refuses an expired certificate even if a resumed connection once verified it', async () => {
  const { plantId, issued, database, show } = await plantWithCertificate()
  await recordCertificate(database, plantId, issued)
  const tomorrow = new Date(now.getTime() + dayMs + 1000)
  expect(await show(tomorrow)).toEqual({ refused: 'wrong-credential', claimedPlantIds: [plantId] })
})

test("refuses another plant's certificate; the client claimed to be both plants", async () => {
  const { plantId, issued, database, show, addPlant } = await plantWithCertificate()
  await recordCertificate(database, plantId, issued)
  const otherId = await addPlant()
  expect(await show(now, otherId)).toEqual({
    refused: 'wrong-credential',
    claimedPlantIds: [plantId, otherId],
  })
  expect(await show(now, crypto.randomUUID())).toEqual({
    refused: 'wrong-credential',
    claimedPlantIds: [plantId],
  })
  await database.deleteFrom('certificates').execute()
  await database.deleteFrom('plants').where('id', '=', plantId).execute()
  expect(await show(now, otherId)).toEqual({ refused: 'unknown', claimedPlantIds: [otherId] })
})
