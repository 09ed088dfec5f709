import { X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderForThisTest, hasOpenssl } from '#sandbox/platform/pki/test-openssl'
import type { IssuedPackage } from '#sandbox/platform/provisioning/issue-package'
import { adminSuite } from '#sandbox/proof/testing/admin-suite'
import { Program, type ProgramEnd } from '#sandbox/proof/testing/program'

const suite = adminSuite()

/** Writes a file that is deleted after the test. */
function file(name: string, text: string): string {
  const path = join(folderForThisTest(), name)
  writeFileSync(path, text, { mode: 0o600 })
  return path
}

/** Downloads a published PKI file and returns its path. */
async function published(name: 'ca.crt' | 'ca.crl'): Promise<string> {
  return file(name, (await suite.platform.client().send('GET', `/pki/${name}`)).text)
}

async function openssl(...args: string[]): Promise<ProgramEnd> {
  const program = new Program('openssl', args)
  program.endInput()
  return program.ended
}

function leaf({ security }: IssuedPackage): string {
  return file('client.crt', security.clientCert ?? '')
}

function serialNumber({ security }: IssuedPackage): string {
  return new X509Certificate(security.clientCert ?? '').serialNumber
}

describe.skipIf(!hasOpenssl)('openssl', { timeout: 20_000 }, () => {
  async function handshake(hostname: string, ...flags: string[]): Promise<ProgramEnd> {
    const authority = ['-CAfile', await published('ca.crt'), '-verify_return_error']
    const address = ['-connect', `localhost:${suite.platform.mqttPort}`, '-servername', 'localhost']
    const name = ['-verify_hostname', hostname]
    return openssl('s_client', '-brief', ...address, ...authority, ...name, ...flags)
  }

  test.each(['-tls1_2', '-tls1_3'])("trusts the listener's host name (%s)", async (version) => {
    const { code, output } = await handshake('localhost', version)
    expect(code).toBe(0)
    expect(output).toContain('Verification: OK')
    expect(output).toContain('Verified peername: localhost')
  })

  test('rejects the listener under another host name', async () => {
    const { code, output } = await handshake('example.org')
    expect(code).toBe(1)
    expect(output).toContain('hostname mismatch')
  })

  test('cannot connect with an older TLS version', async () => {
    const old = ['-tls1_1', '-cipher', 'ALL:@SECLEVEL=0']
    const { code, output } = await handshake('localhost', ...old)
    expect(code).toBe(1)
    expect(output).toContain('alert protocol version')
  })

  test('reads the revocation list, which contains the revoked certificate but not the other one', async () => {
    const [revoked, kept] = [await suite.admin.newPackage(), await suite.admin.newPackage()]
    await suite.admin.send('POST', `/${revoked.plantId}/revoke`)
    const [list, authority] = [await published('ca.crl'), await published('ca.crt')]
    const check = ['-CAfile', authority, '-verify', '-noout', '-text']
    const { code, output } = await openssl('crl', '-in', list, ...check)
    expect(code).toBe(0)
    expect(output).toContain('verify OK')
    expect(output).toContain(serialNumber(revoked))
    expect(output).not.toContain(serialNumber(kept))
  })

  test('accepts the latest certificate and rejects the one before it', async () => {
    const replaced = await suite.admin.newPackage()
    const current = await suite.admin.provision(replaced.plantId)
    const [list, authority] = [await published('ca.crl'), await published('ca.crt')]
    const trust = ['-purpose', 'sslclient', '-crl_check', '-CAfile', authority, '-CRLfile', list]
    const verify = (issued: IssuedPackage) =>
      openssl('verify', '-x509_strict', ...trust, leaf(issued))
    expect(await verify(current)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/: OK$/m),
    })
    const refused = await verify(replaced)
    expect(refused.code).toBe(2)
    expect(refused.output).toContain('certificate revoked')
  })
})
