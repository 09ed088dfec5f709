/** Chains of certificates made for these tests while they run; they protect nothing. */
import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const newKeys = () => crypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])

interface Validity {
  notBefore: Date
  notAfter: Date
}

const always: Validity = {
  notBefore: new Date('2020-01-01T00:00:00Z'),
  notAfter: new Date('2120-01-01T00:00:00Z'),
}

/** What an authority says of its rights. */
export const rights = {
  authority: [
    new BasicConstraintsExtension(true, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign),
  ],
  onlyConstraints: [new BasicConstraintsExtension(true)],
  notForSigning: [
    new BasicConstraintsExtension(true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature),
  ],
  onlyKeyUsage: [new KeyUsagesExtension(KeyUsageFlags.keyCertSign)],
  nothing: [],
} satisfies Record<string, Extension[]>

/** A root, an intermediate that it signed, and a leaf that the intermediate signed: PEM. */
export async function makeChain(
  extensions: Extension[] = rights.authority,
  validity: Validity = always,
): Promise<{ root: string; intermediate: string; leaf: string }> {
  const [rootKeys, keys, leafKeys] = await Promise.all([newKeys(), newKeys(), newKeys()])
  const signingAlgorithm = algorithm
  const root = await X509CertificateGenerator.createSelfSigned({
    ...always,
    serialNumber: '01',
    name: 'CN=Root',
    keys: rootKeys,
    signingAlgorithm,
    extensions: rights.authority,
  })
  const intermediate = await X509CertificateGenerator.create({
    ...validity,
    serialNumber: '02',
    subject: 'CN=Intermediate',
    issuer: root.subject,
    publicKey: keys.publicKey,
    signingKey: rootKeys.privateKey,
    signingAlgorithm,
    extensions,
  })
  const leaf = await X509CertificateGenerator.create({
    ...always,
    serialNumber: '03',
    subject: 'CN=Plant',
    issuer: intermediate.subject,
    publicKey: leafKeys.publicKey,
    signingKey: keys.privateKey,
    signingAlgorithm,
  })
  const [rootPem, intermediatePem, leafPem] = [root, intermediate, leaf].map(
    (certificate) => `${certificate.toString('pem')}\n`,
  )
  return { root: rootPem ?? '', intermediate: intermediatePem ?? '', leaf: leafPem ?? '' }
}
