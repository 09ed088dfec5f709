import { describe, expect, it } from 'vitest'
import {
  certificateChecks,
  isSameFingerprint,
  isSameSerialNumber,
  listsOther,
  validityWords,
} from './certificate-checks'
import type { Plant } from '@/api/plant-schemas'
import { type CertificateInspection, inspectFiles } from '@/lib/certificate-files'
import { dayMs } from '@/lib/instants'
import { makeChain, past, rights } from '@/lib/test-authorities'
import {
  caCert,
  ecCert,
  ecKey,
  namesakeCaCert,
  otherCaCert,
  otherEcKey,
  sec1Key,
} from '@/lib/test-certificates'

const plantId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const nowMs = Date.parse('2027-01-01T00:00:00Z')
const centuryMs = 100 * 365.25 * dayMs

async function inspect(
  clientKey = ecKey,
  authority = caCert,
  clientCert = ecCert,
): Promise<CertificateInspection> {
  const inspection = await inspectFiles({ clientCert, clientKey, caCert: authority }, nowMs)
  if (!inspection) throw new Error('the fixture is not readable')
  return inspection
}

const named = (certificateFingerprint: string | null) => ({ certificateFingerprint }) as Plant
const good = named((await inspect()).certificate.fingerprint ?? '')

async function answers(
  inspection: CertificateInspection,
  { id = plantId, plant = good, atMs = nowMs }: { id?: string; plant?: Plant; atMs?: number } = {},
) {
  const checks = certificateChecks(inspection, id, plant, atMs)
  for (const { answer, why } of checks) expect(why === undefined).toBe(answer === 'yes')
  return checks.map(({ answer }) => answer).join(' ')
}

describe('certificateChecks', () => {
  it('answers yes to every check of a consistent package', async () => {
    expect(await answers(await inspect())).toBe('yes yes yes yes yes yes')
  })

  it.each([
    ["another certificate's key", otherEcKey, caCert, 'no yes yes yes yes yes'],
    ['a key that the browser cannot read', sec1Key, caCert, 'unknown yes yes yes yes yes'],
    ['no key', '', caCert, 'unknown yes yes yes yes yes'],
    ['another authority', ecKey, otherCaCert, 'yes no yes unknown yes yes'],
    ['an authority with the same name', ecKey, namesakeCaCert, 'yes no yes unknown yes yes'],
    ['an unreadable authority', ecKey, 'garbage', 'yes unknown yes unknown yes yes'],
  ])('detects %s', async (_what, key, authority, expected) => {
    expect(await answers(await inspect(key, authority))).toBe(expected)
  })

  it('detects certificates that are not valid at the given time', async () => {
    const inspection = await inspect()
    expect(await answers(inspection, { atMs: nowMs + centuryMs })).toBe('yes yes no no yes yes')
    expect(await answers(inspection, { atMs: 0 })).toBe('yes yes no no yes yes')
  })

  it('checks only those certificates of the files that are in the chain', async () => {
    const { root, intermediate, leaf } = await makeChain(rights.authority, past)
    const checksOf = async (client: string, ca: string) => {
      const checks = certificateChecks(await inspect('', ca, client), plantId, good, nowMs)
      return checks.slice(1, 5).map(({ question, answer, why }) => [question, answer, why])
    }
    const expired = expect.stringContaining('expired') as string
    expect(await checksOf(leaf, otherCaCert + root + intermediate)).toEqual([
      ['ca.crt signed client.crt', 'yes', undefined],
      ['client.crt is valid now', 'yes', undefined],
      ['ca.crt is valid now', 'no', 'CN=Intermediate has expired.'],
      ['It is issued to this plant', 'no', expect.anything()],
    ])
    expect(await checksOf(leaf + intermediate + otherCaCert, root)).toEqual([
      ['ca.crt signed client.crt, through intermediate certificates', 'yes', undefined],
      ['client.crt is valid now', 'yes', undefined],
      ['The intermediate certificates in client.crt are valid now', 'no', expired],
      ['ca.crt is valid now', 'yes', undefined],
    ])
  })

  it('names the certificate at which a chain fails', async () => {
    const { root, intermediate, leaf } = await makeChain(rights.noAuthority)
    const inspection = await inspect('', root, leaf + intermediate)
    expect(certificateChecks(inspection, plantId, good, nowMs)[1]).toEqual({
      question: 'ca.crt signed client.crt',
      answer: 'no',
      why: 'CN=Intermediate is not allowed to sign certificates.',
    })
  })

  it("detects another plant's name, ignoring case", async () => {
    const inspection = await inspect()
    expect(await answers(inspection, { id: 'another' })).toBe('yes yes yes yes no yes')
    expect(await answers(inspection, { id: plantId.toUpperCase() })).toBe('yes yes yes yes yes yes')
  })

  it.each([
    ['another', 'AB:'.repeat(31) + 'AB', 'no'],
    ['none', null, 'unknown'],
    ['a SHA-1', 'AB'.repeat(20), 'unknown'],
    ['nonsense', 'none yet', 'unknown'],
  ])('compares with %s fingerprint from the platform', async (_what, fingerprint, expected) => {
    const found = await answers(await inspect(), { plant: named(fingerprint) })
    expect(found).toBe(`yes yes yes yes yes ${expected}`)
  })

  it('answers unknown before the plant is loaded, or without a fingerprint of the certificate', async () => {
    const inspection = await inspect()
    const last = (checks: ReturnType<typeof certificateChecks>) => checks.at(-1)?.answer
    expect(last(certificateChecks(inspection, plantId, undefined, nowMs))).toBe('unknown')
    const certificate = { ...inspection.certificate, fingerprint: undefined }
    expect(last(certificateChecks({ ...inspection, certificate }, plantId, good, nowMs))).toBe(
      'unknown',
    )
  })
})

it.each([
  [-1, 'not valid yet'],
  [0, 'valid for 1,000 days'],
  [999 * dayMs, 'valid for 1 day'],
  [999.5 * dayMs, 'valid for less than a day'],
  [1001 * dayMs, 'expired'],
])('describes the validity at %d ms', (atMs, words) => {
  expect(validityWords({ notBeforeMs: 0, notAfterMs: 1000 * dayMs }, atMs)).toBe(words)
})

it.each([
  ['AB:CD', 'abcd', true],
  ['SHA256:AB:CD', 'ab cd', true],
  ['AB:CD', 'AB:CE', false],
  ['', '', false],
])('compares fingerprints %j and %j', (one, other, expected) => {
  expect(isSameFingerprint(one, other)).toBe(expected)
})

it.each([
  ['0F1E2D', 'f:1e:2d', true],
  ['990765', '0F1E2D', true],
  ['0F1E2D', '990765', true],
  ['0F1E2D', '0F1E2E', false],
  ['5', '7', false],
  ['01', 'AB12', false],
  ['', '', false],
])('compares serial numbers %j and %j', (one, other, expected) => {
  expect(isSameSerialNumber(one, other)).toBe(expected)
})

describe('listsOther', () => {
  const issued = { serialNumber: '0A1B', fingerprint: 'AA:BB' }

  it.each<[boolean, string, Partial<Plant>]>([
    [false, 'the same serial number', { certificateSerialNumber: 'a1b' }],
    [true, 'another serial number', { certificateSerialNumber: '0C' }],
    [false, 'a serial number in an unknown notation', { certificateSerialNumber: 'n/a' }],
    [false, 'the same fingerprint', { certificateFingerprint: 'aabb' }],
    [true, 'another fingerprint', { certificateFingerprint: 'aabc' }],
    [false, 'a fingerprint of another type', { certificateFingerprint: 'aa' }],
    [false, 'nothing', {}],
  ])('is %s for %s', (expected, _what, listed) => {
    expect(listsOther(issued, listed)).toBe(expected)
  })
})
