// The certificate, key and authority of a package, read together. It weighs much, so it is loaded only when there is a
// package to read.
import { type ChainFinding, findChain } from './certificate-chain'
import { type Answer, type CertificateReading, keyMatches, readCertificate } from './x509'

/** What was read of a package's certificate, key and authority. */
export interface CertificateInspection {
  certificate: CertificateReading
  isKeyMatching: Answer
  /** The chain from the certificate to the authority. */
  signing: ChainFinding
}

/** Reads PEM files at a moment (Unix ms); undefined when the client's certificate can't be read. */
export async function inspectFiles(
  { clientCert, clientKey, caCert }: Record<'clientCert' | 'clientKey' | 'caCert', string>,
  atMs: number,
): Promise<CertificateInspection | undefined> {
  const [certificate, isKeyMatching, signing] = await Promise.all([
    readCertificate(clientCert),
    keyMatches(clientCert, clientKey),
    findChain(clientCert, caCert, atMs),
  ])
  return certificate && { certificate, isKeyMatching, signing }
}
