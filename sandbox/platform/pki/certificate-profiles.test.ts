import { createHash, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { openCertificateAuthority } from './certificate-authority'
import { folderForThisTest } from './test-openssl'
import { x509 } from './x509'

/** Returns the extensions as `name!: value in hex`, where `!` marks a critical one. */
function extensionsOf(pem: string): string[] {
  return new x509.X509Certificate(pem).extensions.map(
    ({ type, critical, value }) =>
      `${names[type] ?? type}${critical ? '!' : ''}: ${Buffer.from(value).toString('hex')}`,
  )
}

const names: Record<string, string> = {
  '2.5.29.14': 'subjectKeyIdentifier',
  '2.5.29.15': 'keyUsage',
  '2.5.29.17': 'subjectAltName',
  '2.5.29.19': 'basicConstraints',
  '2.5.29.35': 'authorityKeyIdentifier',
  '2.5.29.37': 'extKeyUsage',
}

/** Returns the SHA-1 of the public point (RFC 5280, 4.2.1.2), computed without knowing the length of the point. */
function keyIdOf(pem: string): string {
  const { x = '', y = '' } = new X509Certificate(pem).publicKey.export({ format: 'jwk' })
  const hash = createHash('sha1').update(Buffer.of(4))
  return hash.update(Buffer.from(x, 'base64url')).update(Buffer.from(y, 'base64url')).digest('hex')
}

test('gives root, plant and server certificates exactly their extensions', async () => {
  const now = new Date()
  const authority = await openCertificateAuthority(folderForThisTest(), { now })
  const root = authority.certificatePem
  const client = (await authority.issueClient('plant', { now })).certificatePem
  const server = (await authority.issueServer(['a'], now)).certificatePem
  const leafExtensions = (pem: string, usage: string, name: string) => [
    'basicConstraints!: 3000',
    'keyUsage!: 03020780',
    `extKeyUsage: 300a06082b060105050703${usage}`,
    `subjectAltName: ${name}`,
    `subjectKeyIdentifier: 0414${keyIdOf(pem)}`,
    `authorityKeyIdentifier: 30168014${keyIdOf(root)}`,
  ]
  expect(extensionsOf(root)).toEqual([
    'basicConstraints!: 30060101ff020100',
    'keyUsage!: 03020106',
    `subjectKeyIdentifier: 0414${keyIdOf(root)}`,
  ])
  const uri = Buffer.from('urn:uuid:plant').toString('hex')
  expect(extensionsOf(client)).toEqual(leafExtensions(client, '02', `3010860e${uri}`))
  expect(extensionsOf(server)).toEqual(leafExtensions(server, '01', '3003820161'))
})
