import { describe, expect, it } from 'vitest'
import { hasOtherKeyId, hasSigned, isNamedAsIssuer, mayIssue, maxBelow } from './issuing'
import { issue, rights } from './test-authorities'
import { parseAll } from './x509'

async function parsed(...wish: Parameters<typeof issue>) {
  const issued = await issue(...wish)
  const [certificate] = parseAll(issued.pem)
  if (!certificate) throw new Error('the certificate is not readable')
  return { ...issued, certificate }
}

describe('issuer checks', () => {
  it('compare the name, the key identifier and the signature', async () => {
    const root = await parsed('Root', { extensions: rights.authority })
    const namesake = await parsed('Root', { extensions: rights.authority })
    const { certificate: leaf } = await parsed('Plant', { by: root })
    const answers = await Promise.all(
      [root, namesake].map(async ({ certificate }) => [
        isNamedAsIssuer(certificate, leaf),
        hasOtherKeyId(certificate, leaf),
        await hasSigned(certificate, leaf),
      ]),
    )
    expect(answers).toEqual([
      [true, false, 'yes'],
      [true, true, 'no'],
    ])
    expect(isNamedAsIssuer(leaf, leaf)).toBe(false)
  })

  it('report different key identifiers only when both certificates have one', async () => {
    const root = await parsed('Root', { hasKeyIds: false })
    const namesake = await parsed('Root')
    const { certificate: leaf } = await parsed('Plant', { by: root, hasKeyIds: false })
    expect(hasOtherKeyId(root.certificate, leaf)).toBe(false)
    expect(hasOtherKeyId(namesake.certificate, leaf)).toBe(false)
  })

  it.each([
    ['authority', 'yes', Infinity],
    ['onlyConstraints', 'yes', Infinity],
    ['noneBelow', 'yes', 0],
    ['oneBelow', 'yes', 1],
    ['noAuthority', 'no', Infinity],
    ['notForSigning', 'no', Infinity],
    ['onlyKeyUsage', 'unknown', Infinity],
    ['nothing', 'unknown', Infinity],
  ] as const)(
    'for the rights "%s" answer %s with a path length of %d',
    async (name, answer, most) => {
      const { certificate } = await parsed('Some', { extensions: rights[name] })
      expect(await mayIssue(certificate)).toBe(answer)
      expect(maxBelow(certificate)).toBe(most)
    },
  )
})
