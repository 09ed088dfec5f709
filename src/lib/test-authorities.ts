/** Certificates generated during the tests; they protect nothing. */
import 'reflect-metadata'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
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

/** A validity period in the past. */
export const past: Validity = {
  notBefore: new Date('2020-01-01T00:00:00Z'),
  notAfter: new Date('2026-01-01T00:00:00Z'),
}

/** Extensions that grant or restrict the rights of an authority. */
export const rights = {
  authority: [
    new BasicConstraintsExtension(true, undefined, true),
    new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign),
  ],
  noAuthority: [new BasicConstraintsExtension(false)],
  onlyConstraints: [new BasicConstraintsExtension(true)],
  noneBelow: [new BasicConstraintsExtension(true, 0, true)],
  oneBelow: [new BasicConstraintsExtension(true, 1, true)],
  notForSigning: [
    new BasicConstraintsExtension(true),
    new KeyUsagesExtension(KeyUsageFlags.digitalSignature),
  ],
  onlyKeyUsage: [new KeyUsagesExtension(KeyUsageFlags.keyCertSign)],
  nothing: [],
} satisfies Record<string, Extension[]>

/** A certificate with the keys needed to issue others. */
interface Issued {
  name: string
  keys: CryptoKeyPair
  pem: string
}

interface Wish {
  /** The issuer; self-signed if omitted. */
  by?: Issued
  extensions?: Extension[]
  validity?: Validity
  /** The keys of another certificate, to certify the same key again. */
  keys?: CryptoKeyPair
  /** False omits the key identifiers. */
  hasKeyIds?: boolean
}

let lastSerialNumber = 0

/** Issues a certificate with a common name. */
export async function issue(commonName: string, wish: Wish = {}): Promise<Issued> {
  const { by, extensions = [], validity = always, hasKeyIds = true } = wish
  const name = `CN=${commonName}`
  const keys = wish.keys ?? (await newKeys())
  const issuer = by ?? { name, keys }
  lastSerialNumber += 1
  const certificate = await X509CertificateGenerator.create({
    ...validity,
    serialNumber: lastSerialNumber.toString(16).padStart(4, '0'),
    subject: name,
    issuer: issuer.name,
    publicKey: keys.publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: algorithm,
    extensions: [
      ...extensions,
      ...(hasKeyIds
        ? [
            await SubjectKeyIdentifierExtension.create(keys.publicKey),
            await AuthorityKeyIdentifierExtension.create(issuer.keys.publicKey),
          ]
        : []),
    ],
  })
  return { name, keys, pem: `${certificate.toString('pem')}\n` }
}

/** Creates a root, an intermediate signed by it, and a leaf signed by the intermediate, as PEM. */
export async function makeChain(
  extensions: Extension[] = rights.authority,
  validity: Validity = always,
): Promise<{ root: string; intermediate: string; leaf: string }> {
  const root = await issue('Root', { extensions: rights.authority })
  const intermediate = await issue('Intermediate', { by: root, extensions, validity })
  const leaf = await issue('Plant', { by: intermediate })
  return { root: root.pem, intermediate: intermediate.pem, leaf: leaf.pem }
}
