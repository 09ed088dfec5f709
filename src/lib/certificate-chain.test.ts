import { afterEach, describe, expect, it, vi } from 'vitest'
import { findChain } from './certificate-chain'
import { issue, makeChain, past, rights } from './test-authorities'
import {
  caCert,
  ecCert,
  edCert,
  namesakeCaCert,
  noCaCert,
  oldRootCert,
  otherCaCert,
  rsaCert,
} from './test-certificates'
import { makeChainCases } from './test-chains'

const atMs = Date.parse('2027-01-01T00:00:00Z')
const garbage = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
const withoutSubtle = () => vi.stubGlobal('crypto', { getRandomValues: () => new Uint8Array(32) })
const cases = await makeChainCases()

afterEach(() => vi.unstubAllGlobals())

async function subjectsOf(client: string, ca: string): Promise<string[]> {
  const { chain } = await findChain(client, ca, atMs)
  return chain.map(({ certificate }) => certificate.subject)
}

describe('findChain', () => {
  it.each(cases)('answers $answer for $title', async (given) => {
    const found = await findChain(given.client, given.ca, atMs)
    expect([found.answer, found.problem]).toEqual([given.answer, given.problem])
    if (given.subjects) expect(await subjectsOf(given.client, given.ca)).toEqual(given.subjects)
    const isValid = found.chain.every(({ certificate }) => certificate.notAfterMs > atMs)
    expect(isValid).toBe(given.isExpired !== true)
  })

  it.each([
    ['its authority', caCert, 'yes', undefined],
    ['its authority among others', otherCaCert + caCert + namesakeCaCert, 'yes', undefined],
    ['its authority after a namesake', namesakeCaCert + caCert, 'unknown', 'second-choice'],
    ['another authority', otherCaCert, 'no', 'other-issuer'],
    ['a namesake', namesakeCaCert, 'no', 'signature'],
    ['a certificate that is not an authority', noCaCert, 'no', 'no-authority'],
    ['garbage', garbage, 'unknown', 'unreadable'],
    ['nothing', '', 'unknown', 'unreadable'],
  ])('answers for %s', async (_what, authority, answer, problem) => {
    expect(await findChain(ecCert, authority, atMs)).toMatchObject({
      answer,
      ...(problem && { problem }),
    })
  })

  it('reads RSA and Ed25519 leaves of the same authority', async () => {
    for (const leaf of [rsaCert, edCert]) {
      expect(await findChain(leaf, caCert, atMs)).toMatchObject({ answer: 'yes' })
    }
  })

  it.each([
    ['states that it is an authority', rights.authority, 'yes', undefined],
    ['states it without key usage', rights.onlyConstraints, 'yes', undefined],
    ['may not sign certificates', rights.notForSigning, 'no', 'no-authority'],
    ['does not say that it is an authority', rights.onlyKeyUsage, 'unknown', 'rights-unsaid'],
    ['does not state its rights', rights.nothing, 'unknown', 'rights-unsaid'],
  ])('judges a root that %s', async (_what, extensions, answer, problem) => {
    const root = await issue('Root', { extensions })
    const leaf = await issue('Plant', { by: root })
    const found = await findChain(leaf.pem, root.pem, atMs)
    expect([found.answer, found.problem]).toEqual([answer, problem])
  })

  it('accepts a self-signed version 1 root, which has no extensions', async () => {
    expect(await findChain(oldRootCert, oldRootCert, atMs)).toMatchObject({ answer: 'yes' })
  })

  it('names the file of each certificate in the chain', async () => {
    const { root, intermediate, leaf } = await makeChain()
    const { chain } = await findChain(leaf + intermediate, root, atMs)
    expect(chain.map(({ file }) => file)).toEqual(['client.crt', 'ca.crt'])
  })

  it('prefers the certificate that is valid at the given time', async () => {
    const root = await issue('Root', { extensions: rights.authority })
    const old = await issue('Root', { ...root, extensions: rights.authority, validity: past })
    const leaf = await issue('Plant', { by: root })
    const endAt = async (ms: number) =>
      (await findChain(leaf.pem, root.pem + old.pem, ms)).chain[0]?.certificate.notAfterMs
    expect(await endAt(atMs)).toBe(Date.parse('2120-01-01'))
    expect(await endAt(Date.parse('2025-01-01'))).toBe(Date.parse('2120-01-01'))
  })

  it('answers unknown without WebCrypto, but returns the possible chain', async () => {
    const { root, intermediate, leaf } = await makeChain()
    withoutSubtle()
    const { answer, problem, chain } = await findChain(leaf + intermediate, root, atMs)
    expect([answer, problem]).toEqual(['unknown', 'unsupported'])
    expect(chain.map(({ certificate }) => certificate.subject)).toEqual([
      'CN=Intermediate',
      'CN=Root',
    ])
  })

  it('terminates on a bundle crafted to take forever', async () => {
    const root = await issue('A', { extensions: rights.authority })
    const many = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        issue(at % 2 === 0 ? 'A' : 'B', {
          by: { ...root, name: at % 2 === 0 ? 'CN=B' : 'CN=A' },
          keys: root.keys,
          extensions: rights.authority,
          hasKeyIds: false,
        }),
      ),
    )
    const leaf = await issue('Plant', { by: root, hasKeyIds: false })
    const stranger = await issue('Stranger', { extensions: rights.authority })
    const bundle = leaf.pem + many.map(({ pem }) => pem).join('')
    const found = await findChain(bundle, stranger.pem, atMs)
    expect([found.answer, found.problem]).toEqual(['unknown', 'too-many'])
  })
})
