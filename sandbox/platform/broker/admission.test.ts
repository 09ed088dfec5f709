import type { MqttClient } from 'mqtt'
import { describe, expect, test, vi } from 'vitest'
import { openDatabase } from '#sandbox/platform/database/open-database'
import { openCertificateAuthority } from '#sandbox/platform/pki/certificate-authority'
import { recordCertificate } from '#sandbox/platform/pki/certificates'
import type { IssuedPackage } from '#sandbox/platform/provisioning/issue-package'
import { adminSuite } from '#sandbox/proof/testing/admin-suite'
import { closed, connectPlant } from '#sandbox/proof/testing/plant-client'
import { newDataFolder } from '#sandbox/proof/testing/test-platform'
import { dayMs } from '@/lib/instants'

const suite = adminSuite()

describe('accepts', () => {
  test.each(['MTLS', 'TOKEN', 'PASSWORD'])('a %s plant with its package', async (authMethod) => {
    const issued = await suite.admin.newPackage(authMethod)
    expect(await suite.admin.plant(issued.plantId)).toMatchObject({
      lifecycleStatus: 'PROVISIONED',
    })
    const session = await connectPlant(issued)
    await vi.waitFor(async () =>
      expect(await suite.admin.plant(issued.plantId)).toMatchObject({
        status: 'ONLINE',
        lifecycleStatus: 'ACTIVE',
        lastSeenAt: expect.any(String),
        activatedAt: expect.any(String),
        authFailureCount: 0,
      }),
    )
    await session.endAsync()
    await vi.waitFor(async () =>
      expect(await suite.admin.plant(issued.plantId)).toMatchObject({ status: 'OFFLINE' }),
    )
  })

  test('a token that was issued separately from the package', async () => {
    const issued = await suite.admin.newPackage('TOKEN')
    const { json } = await suite.admin.send('POST', `/${issued.plantId}/mqtt-token`)
    await connectPlant(issued, { password: String(json.token) })
  })
})

/** Records a certificate in the database, so that only the handshake can refuse it. */
async function record(
  plantId: string,
  certificate: Parameters<typeof recordCertificate>[2],
): Promise<void> {
  const { database } = openDatabase(suite.platform.dataFolder)
  await recordCertificate(database, plantId, certificate)
  await database.destroy()
}

describe('refuses and counts on the plant', () => {
  async function refused(issued: IssuedPackage, changes: Parameters<typeof connectPlant>[1]) {
    await expect(connectPlant(issued, changes)).rejects.toThrow()
    await vi.waitFor(async () =>
      expect(await suite.admin.plant(issued.plantId)).toMatchObject({
        authFailureCount: 1,
        lastAuthFailureAt: expect.any(String),
        lastSeenAt: null,
        lifecycleStatus: 'PROVISIONED',
      }),
    )
  }

  test('an MTLS plant without a certificate', async () => {
    const issued = await suite.admin.newPackage()
    const { clientCert: _cert, clientKey: _key, ...security } = issued.security
    await refused({ ...issued, security }, {})
  })

  test('a certificate of a foreign authority', async () => {
    const issued = await suite.admin.newPackage()
    const foreign = await openCertificateAuthority(newDataFolder(), { now: new Date() })
    const certificate = await foreign.issueClient(issued.plantId, { now: new Date() })
    await record(issued.plantId, certificate)
    const { certificatePem: cert, privateKeyPem: key } = certificate
    await refused(issued, { cert, key })
  })

  test('an expired certificate of its own authority', async () => {
    const issued = await suite.admin.newPackage()
    const authority = await openCertificateAuthority(suite.platform.dataFolder, { now: new Date() })
    const certificate = await authority.issueClient(issued.plantId, {
      now: new Date(Date.now() - dayMs),
      expiresAt: new Date(Date.now() - 1000),
    })
    // The database would accept the certificate, so only the handshake can refuse it.
    await record(issued.plantId, { ...certificate, expiresAt: '2099-01-01T00:00:00.000Z' })
    const { certificatePem: cert, privateKeyPem: key } = certificate
    await refused(issued, { cert, key })
  })

  test('a replaced certificate', async () => {
    const replaced = await suite.admin.newPackage()
    await suite.admin.provision(replaced.plantId)
    await refused(replaced, {})
  })

  test('a certificate of its own authority that the platform never recorded', async () => {
    const issued = await suite.admin.newPackage()
    const authority = await openCertificateAuthority(suite.platform.dataFolder, { now: new Date() })
    const { certificatePem: cert, privateKeyPem: key } = await authority.issueClient(
      issued.plantId,
      { now: new Date() },
    )
    await refused(issued, { cert, key })
  })

  test.each([
    ['a wrong password', 'PASSWORD', { password: 'x'.repeat(32) }],
    ['no password', 'PASSWORD', { password: '' }],
    ['an invalid token', 'TOKEN', { password: 'eyJhbGciOiJub25lIn0.e30.' }],
  ])('%s', async (_name, authMethod, changes) => {
    await refused(await suite.admin.newPackage(authMethod), changes)
  })

  test('the token of a replaced package', async () => {
    const replaced = await suite.admin.newPackage('TOKEN')
    await suite.admin.provision(replaced.plantId)
    await refused(replaced, {})
  })
})

describe('refuses', () => {
  test('a fifth session of the same plant', async () => {
    const issued = await suite.admin.newPackage()
    const nth = (n: number) => connectPlant(issued, { clientId: `${issued.plantId}-${n}` })
    const sessions = await Promise.all([1, 2, 3, 4].map(nth))
    await expect(nth(5)).rejects.toThrow(/unavailable/i)
    await nth(4)
    await closed(sessions[3] as MqttClient)
  })

  test.each([0, 301])('a keepalive of %i s', async (keepalive) => {
    await expect(connectPlant(await suite.admin.newPackage(), { keepalive })).rejects.toThrow()
  })

  test('a plant whose authentication method was changed', async () => {
    const issued = await suite.admin.newPackage()
    const session = await connectPlant(issued)
    await suite.admin.send('PATCH', `/${issued.plantId}`, { body: { authMethod: 'TOKEN' } })
    await closed(session)
    await expect(connectPlant(issued)).rejects.toThrow()
  })
})

test("refuses another plant's client ID, so that no plant can end another's session", async () => {
  const [victim, attacker] = [await suite.admin.newPackage(), await suite.admin.newPackage()]
  const session = await connectPlant(victim)
  await expect(connectPlant(attacker, { clientId: victim.plantId })).rejects.toThrow()
  expect(session.connected).toBe(true)
})
