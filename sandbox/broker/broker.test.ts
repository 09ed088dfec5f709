import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { openCertificateAuthority } from '#sandbox/pki/certificate-authority'
import type { IssuedPackage } from '#sandbox/provisioning/issue-package'
import { closed, connectPlant } from '#sandbox/testing/plant-client'
import { PlantOffice } from '#sandbox/testing/plant-office'
import { type TestPlatform, newDataFolder, startTestPlatform } from '#sandbox/testing/test-platform'

let platform: TestPlatform
let office: PlantOffice

beforeAll(async () => {
  platform = await startTestPlatform()
})
afterAll(() => platform.stop())
beforeEach(async () => {
  office = await PlantOffice.open(platform.client())
})

describe('lets in', () => {
  test.each(['MTLS', 'TOKEN', 'PASSWORD'])('a %s plant with its package', async (authMethod) => {
    const issued = await office.newPackage(authMethod)
    expect(await office.plant(issued.plantId)).toMatchObject({ lifecycleStatus: 'PROVISIONED' })
    const session = await connectPlant(issued)
    await vi.waitFor(async () =>
      expect(await office.plant(issued.plantId)).toMatchObject({
        status: 'ONLINE',
        lifecycleStatus: 'ACTIVE',
        lastSeenAt: expect.any(String),
        activatedAt: expect.any(String),
        authFailureCount: 0,
      }),
    )
    await session.endAsync()
    await vi.waitFor(async () =>
      expect(await office.plant(issued.plantId)).toMatchObject({ status: 'OFFLINE' }),
    )
  })

  test('a token that was issued beside the package', async () => {
    const issued = await office.newPackage('TOKEN')
    const { json } = await office.send('POST', `/${issued.plantId}/mqtt-token`)
    await connectPlant(issued, { password: String(json.token) })
  })
})

describe('refuses, and counts it on the plant', () => {
  async function refused(issued: IssuedPackage, changes: Parameters<typeof connectPlant>[1]) {
    await expect(connectPlant(issued, changes)).rejects.toThrow()
    await vi.waitFor(async () =>
      expect(await office.plant(issued.plantId)).toMatchObject({
        authFailureCount: 1,
        lastAuthFailureAt: expect.any(String),
        lastSeenAt: null,
        lifecycleStatus: 'PROVISIONED',
      }),
    )
  }

  test('an MTLS plant without a certificate', async () => {
    const issued = await office.newPackage()
    const { clientCert: _cert, clientKey: _key, ...security } = issued.security
    await refused({ ...issued, security }, {})
  })

  test('a certificate of a foreign authority', async () => {
    const issued = await office.newPackage()
    const foreign = await openCertificateAuthority(newDataFolder(), new Date())
    const { certificatePem: cert, privateKeyPem: key } = await foreign.issueClient(issued.plantId, {
      now: new Date(),
    })
    await refused(issued, { cert, key })
  })

  test('an expired certificate of its own authority', async () => {
    const issued = await office.newPackage()
    const authority = await openCertificateAuthority(platform.dataFolder, new Date())
    const longAgo = {
      now: new Date(Date.now() - 86_400_000),
      expiresAt: new Date(Date.now() - 1000),
    }
    const { certificatePem: cert, privateKeyPem: key } = await authority.issueClient(
      issued.plantId,
      longAgo,
    )
    await refused(issued, { cert, key })
  })

  test('the certificate before the last', async () => {
    const former = await office.newPackage()
    await office.provision(former.plantId)
    await refused(former, {})
  })

  test('a certificate of its own authority that the platform never recorded', async () => {
    const issued = await office.newPackage()
    const authority = await openCertificateAuthority(platform.dataFolder, new Date())
    const { certificatePem: cert, privateKeyPem: key } = await authority.issueClient(
      issued.plantId,
      { now: new Date() },
    )
    await refused(issued, { cert, key })
  })

  test.each([
    ['a wrong password', 'PASSWORD', { password: 'x'.repeat(32) }],
    ['no password', 'PASSWORD', { password: '' }],
    ['a token that is none', 'TOKEN', { password: 'eyJhbGciOiJub25lIn0.e30.' }],
  ])('%s', async (_name, authMethod, changes) => {
    await refused(await office.newPackage(authMethod), changes)
  })

  test('the token of a former package', async () => {
    const former = await office.newPackage('TOKEN')
    await office.provision(former.plantId)
    await refused(former, {})
  })

  test('a plant that now signs in by another method', async () => {
    const issued = await office.newPackage()
    const session = await connectPlant(issued)
    await office.send('PATCH', `/${issued.plantId}`, { body: { authMethod: 'TOKEN' } })
    await closed(session)
    await expect(connectPlant(issued)).rejects.toThrow()
  })
})

test("another plant's client id is refused, so that nobody ends its session", async () => {
  const [victim, attacker] = [await office.newPackage(), await office.newPackage()]
  const session = await connectPlant(victim)
  await expect(connectPlant(attacker, { clientId: victim.plantId })).rejects.toThrow()
  expect(session.connected).toBe(true)
})

describe('topics', () => {
  test.each([
    ["another plant's", 'cpi/00000000-0000-4000-8000-000000000000/telemetry'],
    ['its own commands', 'own commands'],
    ['a topic below its own', 'own below'],
    ['the broker’s', '$SYS/broker/clients'],
  ])('publishing to %s ends the session', async (_name, topic) => {
    const issued = await office.newPackage()
    const session = await connectPlant(issued)
    const { commands, telemetry } = issued.mqtt.topics
    const real = { 'own commands': commands, 'own below': `${telemetry}/x` }[topic] ?? topic
    session.publish(real, '{}', { qos: 1 })
    await closed(session)
  })

  test.each([
    '#',
    'cpi/#',
    'cpi/+/commands',
    'cpi/{id}/#',
    'cpi/{id}/+',
    '$SYS/#',
    'cpi/{other}/commands',
  ])('subscribing to %s is refused', async (filter) => {
    const issued = await office.newPackage()
    const session = await connectPlant(issued)
    const topic = filter
      .replace('{id}', issued.plantId)
      .replace('{other}', '00000000-0000-4000-8000-000000000000')
    const granted = await session
      .subscribeAsync(topic, { qos: 1 })
      .then((list) => list[0]?.qos as number | undefined)
      .catch(() => 128)
    expect(granted).toBe(128)
  })

  test('a message that is too large ends the session', async () => {
    const issued = await office.newPackage()
    const session = await connectPlant(issued)
    session.publish(issued.mqtt.topics.telemetry, Buffer.alloc(20_000, 32), { qos: 1 })
    await closed(session)
  })

  test('a message that nobody can read changes nothing and ends nothing', async () => {
    const issued = await office.newPackage()
    const session = await connectPlant(issued)
    const { telemetry, status, ack } = issued.mqtt.topics
    for (const topic of [telemetry, status, ack]) {
      await session.publishAsync(topic, 'not JSON', { qos: 1 })
      await session.publishAsync(topic, '{"ts":"now"}', { qos: 1 })
    }
    expect(session.connected).toBe(true)
    expect(await office.plant(issued.plantId)).toMatchObject({
      authFailureCount: 0,
      status: 'ONLINE',
    })
  })
})

describe('a live session is cut within a second', () => {
  async function cutAfter(issued: IssuedPackage, method: string, path: string): Promise<number> {
    const session = await connectPlant(issued)
    await vi.waitFor(async () => expect((await office.plant(issued.plantId)).status).toBe('ONLINE'))
    const { status } = await office.send(method, `/${issued.plantId}${path}`)
    expect(status).toBe(200)
    const answeredAt = performance.now()
    await closed(session)
    return performance.now() - answeredAt
  }

  test.each(['MTLS', 'TOKEN', 'PASSWORD'])('of suspending a %s plant', async (authMethod) => {
    const issued = await office.newPackage(authMethod)
    expect(await cutAfter(issued, 'POST', '/suspend')).toBeLessThan(1000)
    expect(await office.plant(issued.plantId)).toMatchObject({ status: 'OFFLINE' })
    await expect(connectPlant(issued)).rejects.toThrow()
    // Its credential is right: that is no failure to authenticate.
    expect(await office.plant(issued.plantId)).toMatchObject({ authFailureCount: 0 })
    await office.send('POST', `/${issued.plantId}/reactivate`)
    await connectPlant(issued)
  })

  test.each(['MTLS', 'TOKEN', 'PASSWORD'])('of revoking a %s plant', async (authMethod) => {
    const issued = await office.newPackage(authMethod)
    expect(await cutAfter(issued, 'POST', '/revoke')).toBeLessThan(1000)
    await expect(connectPlant(issued)).rejects.toThrow()
    await vi.waitFor(async () =>
      expect((await office.plant(issued.plantId)).authFailureCount).toBe(1),
    )
  })

  test('of deleting it', async () => {
    const issued = await office.newPackage()
    expect(await cutAfter(issued, 'DELETE', '')).toBeLessThan(1000)
    await expect(connectPlant(issued)).rejects.toThrow()
  })

  test('of provisioning it again', async () => {
    const issued = await office.newPackage()
    expect(await cutAfter(issued, 'POST', '/provision')).toBeLessThan(1000)
  })
})
