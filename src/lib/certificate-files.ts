// Loaded on demand, see x509.ts.
import { type ChainFinding, findChain } from './certificate-chain'
import { type Answer, type CertificateReading, keyMatches, readCertificate } from './x509'

/** An issued certificate and the results of its checks. */
export interface CertificateInspection {
  certificate: CertificateReading
  isKeyMatching: Answer
  signing: ChainFinding
}

/** Inspects PEM files as of a given time (Unix ms); undefined when the client certificate can't be read. */
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
