import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { openCertificateAuthority } from './certificate-authority'
import { folderForThisTest } from './test-openssl'
import { x509 } from './x509'

test('contains entries, validity, number and signer', async () => {
  const now = new Date('2026-03-01T10:20:30.456Z')
  const authority = await openCertificateAuthority(folderForThisTest(), { now })
  const number = now.getTime()
  const pem = await authority.signRevocationList(
    [
      { serialNumber: '40FF', revokedAt: '2026-02-28T23:59:59.999Z' },
      { serialNumber: 'C001', revokedAt: '2050-01-01T00:00:00.500Z' },
      { serialNumber: '0007', revokedAt: '2026-02-28T23:59:59.999Z' },
    ],
    { now, number },
  )
  const list = new x509.X509Crl(pem)
  const root = new x509.X509Certificate(authority.certificatePem)
  expect(await list.verify({ publicKey: root.publicKey })).toBe(true)
  expect(list.issuer).toBe(root.subject)
  expect(list.thisUpdate).toEqual(new Date('2026-02-28T10:20:30Z'))
  expect(list.nextUpdate).toEqual(new Date('2026-03-08T10:20:30Z'))
  expect(list.entries.map((entry) => [entry.serialNumber, entry.revocationDate])).toEqual([
    ['40ff', new Date('2026-02-28T23:59:59Z')],
    ['c001', new Date('2050-01-01T00:00:00Z')],
    ['07', new Date('2026-02-28T23:59:59Z')],
  ])
  // A serial number with a leading one bit needs a zero byte; otherwise, it would be negative.
  expect(Buffer.from(list.rawData).toString('hex')).toContain('020300c001')
  expect(list.entries.flatMap((entry) => entry.extensions)).toEqual([])
  const signer = list.getExtension(x509.AuthorityKeyIdentifierExtension)
  const rootId = root.getExtension(x509.SubjectKeyIdentifierExtension)
  expect(signer?.keyId).toBe(rootId?.keyId)
  const numberExtension = list.extensions.find(({ type }) => type === '2.5.29.20')
  const value = Buffer.from(numberExtension?.value ?? new ArrayBuffer()).toString('hex')
  expect(Number(`0x${value.slice(4)}`)).toBe(number)
})

test('omits the sequence of entries in an empty list', async () => {
  const now = new Date()
  const authority = await openCertificateAuthority(folderForThisTest(), { now })
  const list = new x509.X509Crl(await authority.signRevocationList([], { now, number: 1 }))
  expect(list.entries).toEqual([])
  // The extensions directly follow nextUpdate, which ends in Z.
  expect(Buffer.from(list.rawData).toString('latin1')).toMatch(/Z\u{a0}/u)
})

test('signs ten thousand revoked certificates within two seconds', async () => {
  const now = new Date()
  const authority = await openCertificateAuthority(folderForThisTest(), { now })
  const revoked = Array.from({ length: 10_000 }, (_, index) => ({
    serialNumber: createHash('md5').update(String(index)).digest('hex'),
    revokedAt: now.toISOString(),
  }))
  const startedMs = performance.now()
  await authority.signRevocationList(revoked, { now, number: 1 })
  expect(performance.now() - startedMs).toBeLessThan(2_000)
})
