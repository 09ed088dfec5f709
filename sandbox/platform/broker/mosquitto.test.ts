import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { openCertificateAuthority } from '#sandbox/platform/pki/certificate-authority'
import { folderForThisTest } from '#sandbox/platform/pki/test-openssl'
import type { CommandMessage } from '#sandbox/platform/protocol/messages'
import { signCommand } from '#sandbox/platform/protocol/signatures'
import type { IssuedPackage } from '#sandbox/platform/provisioning/issue-package'
import { adminSuite } from '#sandbox/proof/testing/admin-suite'
import { Program, isInstalled } from '#sandbox/proof/testing/program'

const isThere = ['mosquitto_pub', 'mosquitto_sub'].every((name) => isInstalled(name, ['--help']))
const waiting = { timeout: 8000, interval: 20 }

const suite = adminSuite()

/** Writes the files of a package to a folder and returns the flags that name them. */
function connectionFlags({ plantId, mqtt, security }: IssuedPackage): string[] {
  const folder = folderForThisTest()
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text, { mode: 0o600 })
    return join(folder, name)
  }
  const { caCert, clientCert, clientKey, username } = security
  const password = security.password ?? security.token
  const flags = ['-h', mqtt.broker, '-p', String(mqtt.port), '-i', plantId, '-u', username]
  flags.push('--cafile', file('ca.crt', caCert))
  if (clientCert) flags.push('--cert', file('client.crt', clientCert))
  if (clientKey) flags.push('--key', file('client.key', clientKey))
  if (password !== undefined) flags.push('-P', password)
  return flags
}

/** Starts mosquitto_sub, which waits for one message and exits with code 27 after eight seconds without one. */
function subscriber(issued: IssuedPackage, topic = issued.mqtt.topics.commands): Program {
  const flags = ['-q', '1', '-C', '1', '-W', '8', '-t', topic]
  return new Program('mosquitto_sub', [...connectionFlags(issued), ...flags])
}

/** Starts mosquitto_pub for the plant's telemetry topic. */
function publisher(issued: IssuedPackage, ...more: string[]): Program {
  const flags = ['-q', '1', '-t', issued.mqtt.topics.telemetry, ...more]
  return new Program('mosquitto_pub', [...connectionFlags(issued), ...flags])
}

describe.skipIf(!isThere)('mosquitto', { timeout: 20_000 }, () => {
  test.each(['MTLS', 'PASSWORD', 'TOKEN'])(
    'receives a command as a %s plant',
    async (authMethod) => {
      const issued = await suite.admin.newPackage(authMethod)
      const plant = subscriber(issued)
      // A command sent before the plant subscribes is never delivered.
      const { cmdId } = await vi.waitFor(async () => {
        const body = { command: 'CHARGE', payload: { powerKw: 50 } }
        const { json } = await suite.admin.command(issued.plantId, body)
        expect(json.sentAt).toEqual(expect.any(String))
        return json
      }, waiting)
      const { code, output } = await plant.ended
      expect(code).toBe(0)
      const message = JSON.parse(output) as CommandMessage
      expect(message).toEqual({
        cmdId,
        ts: suite.clockMs,
        action: 'CHARGE',
        payload: { powerKw: 50 },
        sig: signCommand(issued.security.hmacSecret, issued.plantId, message),
      })
    },
  )

  test.each(['MTLS', 'PASSWORD', 'TOKEN'])('sends telemetry as a %s plant', async (authMethod) => {
    const issued = await suite.admin.newPackage(authMethod)
    const plant = publisher(issued, '-l')
    const isSeenNow = async () => {
      const { lastSeenAt } = await suite.admin.plant(issued.plantId)
      expect(lastSeenAt).toBe(new Date(suite.clockMs).toISOString())
    }
    await vi.waitFor(isSeenNow, waiting)
    // The plant is already connected, so from here on only telemetry updates the time.
    suite.clockMs += 5000
    plant.say(JSON.stringify({ ts: suite.clockMs, values: { pvPowerKw: 6 } }))
    await vi.waitFor(isSeenNow, waiting)
    plant.endInput()
    expect(await plant.ended).toEqual({ code: 0, output: '' })
  })

  describe('is refused', () => {
    /** Expects both programs to be refused and each attempt to be counted on the plant. */
    async function refused(issued: IssuedPackage, why: RegExp): Promise<void> {
      for (const program of [subscriber(issued), publisher(issued, '-m', '{}')]) {
        const { code, output } = await program.ended
        // 4 and 5 are the broker's return codes; 7 means that it closed the connection (MOSQ_ERR_CONN_LOST).
        expect([4, 5, 7]).toContain(code)
        expect(output).toMatch(why)
      }
      await vi.waitFor(
        async () =>
          expect(await suite.admin.plant(issued.plantId)).toMatchObject({
            authFailureCount: 2,
            lastSeenAt: null,
          }),
        waiting,
      )
    }

    test('without a certificate', async () => {
      const issued = await suite.admin.newPackage()
      const { clientCert: _cert, clientKey: _key, ...security } = issued.security
      await refused({ ...issued, security }, /bad user name or password/)
    })

    test('with the certificate of another authority', async () => {
      const issued = await suite.admin.newPackage()
      const foreign = await openCertificateAuthority(folderForThisTest(), { now: new Date() })
      const { certificatePem: clientCert, privateKeyPem: clientKey } = await foreign.issueClient(
        issued.plantId,
        { now: new Date() },
      )
      const security = { ...issued.security, clientCert, clientKey }
      await refused({ ...issued, security }, /connection was lost/)
    })

    test('after its certificate was revoked', async () => {
      const issued = await suite.admin.newPackage()
      await suite.admin.send('POST', `/${issued.plantId}/revoke`)
      await refused(issued, /connection was lost/)
    })

    test('with a wrong password', async () => {
      const issued = await suite.admin.newPackage('PASSWORD')
      const security = { ...issued.security, password: 'x'.repeat(32) }
      await refused({ ...issued, security }, /bad user name or password/)
    })

    test('while it is suspended, without counting an authentication failure', async () => {
      const issued = await suite.admin.newPackage()
      expect((await publisher(issued, '-m', '{}').ended).code).toBe(0)
      await vi.waitFor(
        async () =>
          expect((await suite.admin.plant(issued.plantId)).lifecycleStatus).toBe('ACTIVE'),
        waiting,
      )
      await suite.admin.send('POST', `/${issued.plantId}/suspend`)
      const { code, output } = await publisher(issued, '-m', '{}').ended
      expect([code, output]).toEqual([5, expect.stringContaining('not authorised')])
      await suite.admin.send('POST', `/${issued.plantId}/reactivate`)
      expect((await publisher(issued, '-m', '{}').ended).code).toBe(0)
    })
  })

  test.each(['#', 'cpi/+/commands', '$SYS/#'])('cannot subscribe to %s', async (filter) => {
    const { code, output } = await subscriber(await suite.admin.newPackage(), filter).ended
    expect([code, output]).toEqual([0, 'All subscription requests were denied.\n'])
  })
})
