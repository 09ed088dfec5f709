import { X509Certificate, createPrivateKey } from 'node:crypto'
import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openCertificateAuthority } from './certificate-authority'
import { recordCertificate } from './certificates'
import { folderForThisTest } from './test-openssl'
import { openDatabase } from '#sandbox/platform/database/open-database'

const now = new Date('2026-03-01T10:20:30.456Z')
const plantId = '5b1c4f52-7a07-4a9c-9f5e-0d9a3f0f6c11'
const mode = (file: string) => statSync(file).mode & 0o777

test('creates the root once, with key and folder restricted to the owner', async () => {
  const folder = folderForThisTest()
  const first = await openCertificateAuthority(folder, { now })
  const second = await openCertificateAuthority(folder, { now: new Date('2027-01-01') })
  expect(second.certificatePem).toBe(first.certificatePem)
  expect(readFileSync(join(folder, 'pki/ca.crt'), 'utf8')).toBe(first.certificatePem)
  expect(readdirSync(join(folder, 'pki')).toSorted()).toEqual(['ca.crt', 'ca.key'])
  expect(mode(join(folder, 'pki'))).toBe(0o700)
  expect(mode(join(folder, 'pki/ca.key'))).toBe(0o600)
  const root = new X509Certificate(first.certificatePem)
  const leaf = new X509Certificate((await second.issueClient(plantId, { now })).certificatePem)
  expect(leaf.checkIssued(root)).toBe(true)
  expect(leaf.verify(root.publicKey)).toBe(true)
  expect(root.ca).toBe(true)
  expect(root.subject).toBe('CN=Plantdeck Plant CA\nO=Plantdeck')
  expect(new Date(root.validFrom)).toEqual(new Date('2026-02-28T10:20:30Z'))
  expect(new Date(root.validTo).getUTCFullYear()).toBe(2036)
})

test('creates the missing certificate for an existing key after a crash', async () => {
  const folder = folderForThisTest()
  await openCertificateAuthority(folder, { now })
  const key = readFileSync(join(folder, 'pki/ca.key'), 'utf8')
  rmSync(join(folder, 'pki/ca.crt'))
  const { certificatePem } = await openCertificateAuthority(folder, { now })
  expect(readFileSync(join(folder, 'pki/ca.key'), 'utf8')).toBe(key)
  expect(new X509Certificate(certificatePem).checkPrivateKey(createPrivateKey(key))).toBe(true)
})

test('rejects a missing or foreign key and never creates a new root', async () => {
  const [folder, other] = [folderForThisTest(), folderForThisTest()]
  await openCertificateAuthority(folder, { now })
  await openCertificateAuthority(other, { now })
  writeFileSync(join(folder, 'pki/ca.key'), readFileSync(join(other, 'pki/ca.key')))
  await expect(openCertificateAuthority(folder, { now })).rejects.toThrow('does not match the key')
  rmSync(join(folder, 'pki/ca.key'))
  await expect(openCertificateAuthority(folder, { now })).rejects.toThrow('ca.key is missing')
  expect(readdirSync(join(folder, 'pki'))).toEqual(['ca.crt'])
})

test('issues a plant certificate that matches the returned details', async () => {
  const authority = await openCertificateAuthority(folderForThisTest(), { now })
  const issued = await authority.issueClient(plantId, { now })
  const leaf = new X509Certificate(issued.certificatePem)
  expect(leaf.checkPrivateKey(createPrivateKey(issued.privateKeyPem))).toBe(true)
  expect(issued.privateKeyPem).toMatch(/^-----BEGIN PRIVATE KEY-----\n/)
  expect(issued.serialNumber).toBe(leaf.serialNumber)
  expect(issued.fingerprint).toBe(leaf.fingerprint256)
  expect(leaf.subject).toBe(`CN=${plantId}`)
  expect(leaf.subjectAltName).toBe(`URI:urn:uuid:${plantId}`)
  expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.2'])
  expect(leaf.ca).toBe(false)
  expect(issued.issuedAt).toBe('2026-03-01T10:20:30.456Z')
  expect(issued.expiresAt).toBe('2028-02-29T10:20:30.000Z')
  expect(new Date(leaf.validTo).toISOString()).toBe(issued.expiresAt)
  expect(new Date(leaf.validFrom)).toEqual(new Date('2026-03-01T10:15:30Z'))
})

test('uses unique serial numbers with 32 digits', async () => {
  const authority = await openCertificateAuthority(folderForThisTest(), { now })
  const issued = await Promise.all(
    Array.from({ length: 50 }, () => authority.issueClient(plantId, { now })),
  )
  for (const { serialNumber, certificatePem } of issued) {
    expect(serialNumber).toMatch(/^[4-7][\dA-F]{31}$/)
    expect(new X509Certificate(certificatePem).serialNumber).toBe(serialNumber)
  }
  expect(new Set(issued.map(({ serialNumber }) => serialNumber)).size).toBe(50)
})

test.each([
  ['2026-04-01T00:00:00.999Z', '2026-04-01T00:00:00.000Z', '2026-03-01T10:15:30.000Z'],
  ['2026-03-01T10:15:31.000Z', '2026-03-01T10:15:31.000Z', '2026-03-01T10:15:30.000Z'],
  ['2026-03-01T10:15:30.900Z', '2026-03-01T10:15:30.000Z', '2024-03-01T10:15:30.000Z'],
  ['2020-01-01T00:00:00.000Z', '2020-01-01T00:00:00.000Z', '2018-01-01T00:00:00.000Z'],
  ['2055-01-01T00:00:00.000Z', '2055-01-01T00:00:00.000Z', '2026-03-01T10:15:30.000Z'],
])(
  'ends a certificate requested until %s at %s and starts it at %s',
  async (requested, end, start) => {
    const authority = await openCertificateAuthority(folderForThisTest(), { now })
    const issued = await authority.issueClient(plantId, { now, expiresAt: new Date(requested) })
    const leaf = new X509Certificate(issued.certificatePem)
    expect(issued.expiresAt).toBe(end)
    expect(new Date(leaf.validTo).toISOString()).toBe(end)
    expect(new Date(leaf.validFrom).toISOString()).toBe(start)
  },
)

test('issues server certificates for hosts and addresses, not valid for clients', async () => {
  const authority = await openCertificateAuthority(folderForThisTest(), { now })
  const { certificatePem, privateKeyPem } = await authority.issueServer(
    ['localhost', '127.0.0.1', '::1'],
    now,
  )
  const leaf = new X509Certificate(certificatePem)
  expect(leaf.checkPrivateKey(createPrivateKey(privateKeyPem))).toBe(true)
  expect(leaf.subjectAltName).toBe(
    'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
  )
  expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  expect(new Date(leaf.validTo)).toEqual(new Date('2027-03-01T10:20:30Z'))
})

test('stores no private key of a plant or server in the data folder', async () => {
  const folder = folderForThisTest()
  const { database } = openDatabase(folder)
  const authority = await openCertificateAuthority(folder, { now })
  const issued = await authority.issueClient(plantId, { now })
  await recordCertificate(database, plantId, issued)
  const server = await authority.issueServer(['localhost'], now)
  // The search covers PEM, DER and the bare number, which ends before the public key.
  const needles = [issued.privateKeyPem, server.privateKeyPem].flatMap((pem) => {
    const { d = '' } = createPrivateKey(pem).export({ format: 'jwk' })
    return [Buffer.from(d, 'base64url'), Buffer.from(pem.split('\n')[1] ?? ''), Buffer.from(d)]
  })
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files.length).toBeGreaterThanOrEqual(3)
  const serial = files.map((entry) => {
    const content = readFileSync(join(entry.parentPath, entry.name))
    for (const needle of needles) expect(content.includes(needle)).toBe(false)
    return content.includes(issued.serialNumber)
  })
  expect(serial).toContain(true)
  await database.destroy()
})
