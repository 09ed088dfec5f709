import { expect, test } from 'vitest'
import { hasOpenssl, opensslVerify } from './test-openssl'
import { findChain } from '@/lib/certificate-chain'
import { makeChainCases } from '@/lib/test-chains'

const at = new Date('2027-01-01T00:00:00Z')
const cases = await makeChainCases()

test.skipIf(!hasOpenssl).each(cases)(
  'openssl and the dashboard agree about $title',
  async ({ client, ca, answer, isExpired = false }) => {
    const verdict = opensslVerify(client, { authority: ca, others: client, at, isStrict: false })
    const { chain } = await findChain(client, ca, at.getTime())
    const isValid = chain.every(
      ({ certificate: { notBeforeMs, notAfterMs } }) =>
        notBeforeMs <= at.getTime() && at.getTime() <= notAfterMs,
    )
    expect(isValid).toBe(!isExpired)
    // What can't be determined is never called a yes: openssl refuses all of these.
    expect(verdict === 'OK', verdict).toBe(answer === 'yes' && isValid)
  },
)
