// Loaded on demand, see x509.ts. The library needs the metadata polyfill to be loaded first.
import 'reflect-metadata'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  SubjectKeyIdentifierExtension,
  type X509Certificate,
} from '@peculiar/x509'
import { derChild } from './der'
import { type Answer, toHex } from './x509'

/** Returns true when the authority's subject is the issuer named in the other certificate. */
export function isNamedAsIssuer(authority: X509Certificate, issued: X509Certificate): boolean {
  const [subject, issuer] = [authority.subjectName, issued.issuerName].map((name) =>
    toHex(new Uint8Array(name.toArrayBuffer())),
  )
  return subject === issuer
}

/** Returns true when both certificates identify the issuer's key and the identifiers differ (RFC 5280, 4.2.1.1). */
export function hasOtherKeyId(authority: X509Certificate, issued: X509Certificate): boolean {
  const own = authority.getExtension(SubjectKeyIdentifierExtension)?.keyId
  const wanted = issued.getExtension(AuthorityKeyIdentifierExtension)?.keyId
  return own !== undefined && wanted !== undefined && own !== wanted
}

/** Decides whether a certificate may issue others (RFC 5280, 4.2.1.3 and 4.2.1.9). */
export async function mayIssue(authority: X509Certificate): Promise<Answer> {
  const usages = authority.getExtension(KeyUsagesExtension)?.usages
  if (usages !== undefined && (usages & KeyUsageFlags.keyCertSign) === 0) return 'no'
  const constraints = authority.getExtension(BasicConstraintsExtension)
  if (constraints) return constraints.ca ? 'yes' : 'no'
  // Version 1 roots have no extensions; they are trusted because they signed themselves.
  const isOldRoot = isVersion1(authority) && isNamedAsIssuer(authority, authority)
  return isOldRoot ? hasSigned(authority, authority) : 'unknown'
}

/** Returns the number of intermediates allowed between this authority and a leaf, not counting self-issued ones. */
export function maxBelow(authority: X509Certificate): number {
  return authority.getExtension(BasicConstraintsExtension)?.pathLength ?? Infinity
}

const signatures = new WeakMap<X509Certificate, Map<X509Certificate, Promise<Answer>>>()

/** Verifies that one certificate's key signed another certificate. Each pair is checked once. */
export function hasSigned(authority: X509Certificate, signed: X509Certificate): Promise<Answer> {
  const known = signatures.get(authority) ?? new Map<X509Certificate, Promise<Answer>>()
  signatures.set(authority, known)
  const answer = known.get(signed) ?? checkSignature(authority, signed)
  known.set(signed, answer)
  return answer
}

async function checkSignature(
  authority: X509Certificate,
  signed: X509Certificate,
): Promise<Answer> {
  try {
    const algorithm = { ...authority.publicKey.algorithm, ...signed.signatureAlgorithm }
    // The library reports "not signed" for keys it can't use, so convert the key to one it supports.
    const publicKey = await authority.publicKey.export(algorithm, ['verify'], crypto)
    return (await signed.verify({ publicKey, signatureOnly: true }, crypto)) ? 'yes' : 'no'
  } catch {
    return 'unknown'
  }
}

/** Later versions start with a version number, version 1 with a serial number. */
function isVersion1({ rawData }: X509Certificate): boolean {
  const content = derChild(new Uint8Array(rawData), 0)
  const first = content && derChild(content.bytes, 0)
  return first?.tag === 0x02
}
