import { expect, test } from 'vitest'
import { openCertificateAuthority } from './certificate-authority'
import { folderForThisTest, hasOpenssl, opensslVerify } from './test-openssl'

const now = new Date('2026-03-01T10:20:30.456Z')

async function authorityForThisTest() {
  const authority = await openCertificateAuthority(folderForThisTest(), { now })
  return { authority, trusted: { authority: authority.certificatePem, at: now } }
}

test.skipIf(!hasOpenssl)('openssl accepts each leaf only for its purpose', async () => {
  const { authority, trusted } = await authorityForThisTest()
  const client = await authority.issueClient(crypto.randomUUID(), { now })
  const server = await authority.issueServer(['localhost', '::1'], now)
  const asServer = { ...trusted, purpose: 'sslserver' } as const
  expect(opensslVerify(client.certificatePem, trusted)).toBe('OK')
  expect(opensslVerify(server.certificatePem, asServer)).toBe('OK')
  expect(opensslVerify(client.certificatePem, asServer)).toContain('unsuitable certificate purpose')
  expect(opensslVerify(server.certificatePem, trusted)).toContain('unsuitable certificate purpose')
})

test.skipIf(!hasOpenssl)(
  'openssl refuses a leaf from another root with the same name',
  async () => {
    const { trusted } = await authorityForThisTest()
    const { authority: other } = await authorityForThisTest()
    const { certificatePem } = await other.issueClient(crypto.randomUUID(), { now })
    expect(opensslVerify(certificatePem, trusted)).toContain('unable to get local issuer')
  },
)

test.skipIf(!hasOpenssl)('openssl respects the validity period of a leaf', async () => {
  const { authority, trusted } = await authorityForThisTest()
  const expiresAt = new Date('2026-03-02T00:00:00Z')
  const { certificatePem } = await authority.issueClient(crypto.randomUUID(), { now, expiresAt })
  const verifyAt = (at: string) => opensslVerify(certificatePem, { ...trusted, at: new Date(at) })
  expect(verifyAt('2026-03-01T10:15:29Z')).toContain('not yet valid')
  expect(verifyAt('2026-03-01T10:15:31Z')).toBe('OK')
  expect(verifyAt('2026-03-01T23:59:59Z')).toBe('OK')
  expect(verifyAt('2026-03-02T00:00:01Z')).toContain('expired')
})

test.skipIf(!hasOpenssl)(
  'openssl refuses exactly the revoked leaves while the list is valid for a week',
  async () => {
    const { authority, trusted } = await authorityForThisTest()
    const [revoked, kept] = await Promise.all([
      authority.issueClient(crypto.randomUUID(), { now }),
      authority.issueClient(crypto.randomUUID(), { now }),
    ])
    const entries = [{ serialNumber: revoked.serialNumber, revokedAt: now.toISOString() }]
    const revocationList = await authority.signRevocationList(entries, { now, number: 7 })
    const checked = { ...trusted, revocationList }
    expect(opensslVerify(revoked.certificatePem, checked)).toContain('certificate revoked')
    expect(opensslVerify(kept.certificatePem, checked)).toBe('OK')
    const empty = await authority.signRevocationList([], { now, number: 8 })
    expect(opensslVerify(revoked.certificatePem, { ...trusted, revocationList: empty })).toBe('OK')
    const weekLater = { ...checked, at: new Date('2026-03-08T10:20:31Z') }
    expect(opensslVerify(kept.certificatePem, weekLater)).toContain('CRL has expired')
  },
)
