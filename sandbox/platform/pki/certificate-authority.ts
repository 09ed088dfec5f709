import { type IssuedCertificate, issueLeaf, leafProfiles } from './leaf-certificate'
import { signRevocationList } from './revocation-list-format'
import type { RevokedCertificate } from './revocation-list-format'
import { openRoot } from './root-certificate'
import { clientValidity, serverValidity } from './validity'

/** Issuer of certificates for plants and for the platform's own server, and signer of the revocation list. */
export interface CertificateAuthority {
  certificatePem: string
  /** Issues a certificate for a plant, valid for two years unless an end is given; the end may be in the past. */
  issueClient(plantId: string, times: { now: Date; expiresAt?: Date }): Promise<IssuedCertificate>
  /** Issues a certificate for these host names and IP addresses, valid for one year. */
  issueServer(
    hosts: readonly string[],
    now: Date,
  ): Promise<{ certificatePem: string; privateKeyPem: string }>
  /** Signs a revocation list (PEM) that is valid for one week. Its number must be higher than the previous one. */
  signRevocationList(
    revoked: readonly RevokedCertificate[],
    options: { now: Date; number: number },
  ): Promise<string>
}

/** Opens the certificate authority of a data folder; its root is created at the first start, if it may be. */
export async function openCertificateAuthority(
  dataFolder: string,
  start: { now: Date; mayCreate?: boolean },
): Promise<CertificateAuthority> {
  const root = await openRoot(dataFolder, start)
  return {
    certificatePem: root.certificatePem,
    issueClient: async (plantId, times) => {
      const validity = clientValidity(times)
      const issued = await issueLeaf(root, leafProfiles.client(plantId), validity)
      return {
        ...issued,
        issuedAt: times.now.toISOString(),
        expiresAt: validity.notAfter.toISOString(),
      }
    },
    issueServer: async (hosts, at) => {
      const { certificatePem, privateKeyPem } = await issueLeaf(
        root,
        leafProfiles.server(hosts),
        serverValidity(at),
      )
      return { certificatePem, privateKeyPem }
    },
    signRevocationList: async (revoked, options) => signRevocationList(root, revoked, options),
  }
}
