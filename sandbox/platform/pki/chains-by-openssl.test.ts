import { expect, test } from 'vitest'
import { hasOpenssl, opensslVerify } from './test-openssl'
import { findChain } from '@/lib/certificate-chain'
import { makeChainCases } from '@/lib/test-chains'

const at = new Date('2027-01-01T00:00:00Z')
const cases = await makeChainCases()

test.skipIf(!hasOpenssl).each(cases)(
  'gives the same result as openssl for $title',
  async ({ client, ca, answer, isExpired = false }) => {
    const verdict = opensslVerify(client, { authority: ca, others: client, at, isStrict: false })
    const { chain } = await findChain(client, ca, at.getTime())
    const isValid = chain.every(
      ({ certificate: { notBeforeMs, notAfterMs } }) =>
        notBeforeMs <= at.getTime() && at.getTime() <= notAfterMs,
    )
    expect(isValid).toBe(!isExpired)
    // An undetermined result is never a "yes": openssl refuses all of these chains.
    expect(verdict === 'OK', verdict).toBe(answer === 'yes' && isValid)
  },
)
