import { describe, expect, it } from 'vitest'
import { hasOtherKeyId, hasSigned, isNamedAsIssuer, mayIssue, mostBelow } from './issuing'
import { issue, rights } from './test-authorities'
import { parseAll } from './x509'

async function parsed(...wish: Parameters<typeof issue>) {
  const issued = await issue(...wish)
  const [certificate] = parseAll(issued.pem)
  if (!certificate) throw new Error('the certificate is not readable')
  return { ...issued, certificate }
}

describe('an issuer', () => {
  it('is told by its name, its key identifier and its signature', async () => {
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

  it('has other key identifiers only where both are named', async () => {
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
  ] as const)('with the rights "%s" may issue: %s, with %d below', async (name, answer, most) => {
    const { certificate } = await parsed('Some', { extensions: rights[name] })
    expect(await mayIssue(certificate)).toBe(answer)
    expect(mostBelow(certificate)).toBe(most)
  })
})
