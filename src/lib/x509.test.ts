import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  caCert,
  ecCert,
  ecKey,
  edCert,
  edKey,
  otherEcKey,
  p384Key,
  rsaCert,
  rsaKey,
  sec1Key,
} from './test-certificates'
import { keyMatches, readCertificate } from './x509'

const garbage = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
const withoutSubtle = () => vi.stubGlobal('crypto', { getRandomValues: () => new Uint8Array(32) })

afterEach(() => vi.unstubAllGlobals())

describe('readCertificate', () => {
  it('agrees with openssl', async () => {
    expect(await readCertificate(ecCert)).toEqual({
      subject: 'CN=3f2504e0-4f89-41d3-9a0c-0305e82c3301',
      issuer: 'O=Test Energy, CN=Test authority',
      commonNames: ['3f2504e0-4f89-41d3-9a0c-0305e82c3301'],
      serialNumber: 'F1E2D3C4B5A69781',
      notBeforeMs: Date.parse('2026-11-22T06:32:49Z'),
      notAfterMs: Date.parse('2126-10-29T06:32:49Z'),
      fingerprint:
        '63:BB:36:8A:06:24:FD:3B:E7:AF:FC:36:11:57:B3:AA:C2:DE:49:81:F5:E8:95:3F:52:45:34:7C:8C:EE:26:53',
      keyKind: 'ECDSA P-256',
    })
  })

  it('names other key types', async () => {
    expect((await readCertificate(rsaCert))?.keyKind).toMatch(/^RSA\S* 2048 bits$/)
    expect((await readCertificate(edCert))?.keyKind).toBe('Ed25519')
  })

  it('reads the first certificate of a chain', async () => {
    expect((await readCertificate(ecCert + caCert))?.subject).toContain('3f2504e0')
  })

  it.each([
    ['nothing', ''],
    ['a key', ecKey],
    ['garbage', garbage],
    ['half', ecCert.slice(0, 200)],
  ])('finds no certificate in %s', async (_what, pem) => {
    expect(await readCertificate(pem)).toBeUndefined()
  })

  it('omits the fingerprint when the browser has no WebCrypto', async () => {
    withoutSubtle()
    const reading = await readCertificate(ecCert)
    expect(reading).toMatchObject({ serialNumber: 'F1E2D3C4B5A69781', fingerprint: undefined })
  })
})

describe('keyMatches', () => {
  it.each([
    ['its own key, EC', ecCert, ecKey, 'yes'],
    ['its own key, RSA', rsaCert, rsaKey, 'yes'],
    ['its own key, Ed25519', edCert, edKey, 'yes'],
    ['another key of the same type', ecCert, otherEcKey, 'no'],
    ['a key of another curve', ecCert, p384Key, 'no'],
    ['a key of another type', ecCert, rsaKey, 'no'],
    ['a key in the old format of openssl', ecCert, sec1Key, 'unknown'],
    ['no key', ecCert, '', 'unknown'],
    ['garbage for a key', ecCert, ecKey.replace(/\nM.{60}/, '\nAAAA'), 'unknown'],
    ['garbage for a certificate', garbage, ecKey, 'unknown'],
  ])('answers for %s', async (_what, certificate, key, answer) => {
    expect(await keyMatches(certificate, key)).toBe(answer)
  })

  it('answers unknown without WebCrypto', async () => {
    withoutSubtle()
    expect(await keyMatches(ecCert, ecKey)).toBe('unknown')
  })
})
