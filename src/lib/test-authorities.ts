/** Certificates made for these tests while they run; they protect nothing. */
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

/** A validity that has ended. */
export const past: Validity = {
  notBefore: new Date('2020-01-01T00:00:00Z'),
  notAfter: new Date('2026-01-01T00:00:00Z'),
}

/** What an authority says of its rights. */
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

/** A certificate and what it takes to issue others with it. */
export interface Issued {
  name: string
  keys: CryptoKeyPair
  pem: string
}

interface Wish {
  /** Itself when it is missing. */
  by?: Issued
  extensions?: Extension[]
  validity?: Validity
  /** The keys of another certificate, for one that certifies the same key. */
  keys?: CryptoKeyPair
  /** False leaves the key identifiers out. */
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

/** A root, an intermediate that it signed, and a leaf that the intermediate signed: PEM. */
export async function makeChain(
  extensions: Extension[] = rights.authority,
  validity: Validity = always,
): Promise<{ root: string; intermediate: string; leaf: string }> {
  const root = await issue('Root', { extensions: rights.authority })
  const intermediate = await issue('Intermediate', { by: root, extensions, validity })
  const leaf = await issue('Plant', { by: intermediate })
  return { root: root.pem, intermediate: intermediate.pem, leaf: leaf.pem }
}
