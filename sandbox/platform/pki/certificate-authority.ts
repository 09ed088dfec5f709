import { signRevocationList } from './revocation-list-format'
import type { RevokedCertificate } from './revocation-list-format'
import { type IssuedCertificate, issueLeaf, leafProfiles } from './leaf-certificate'
import { openRoot } from './root-certificate'
import { clientValidity, serverValidity } from './validity'

/** Issues certificates to plants and to the platform's own server, and signs the list of revoked ones. */
export interface CertificateAuthority {
  certificatePem: string
  /** A certificate for a plant, two years long unless an end is given; that may lie in the past. */
  issueClient(plantId: string, times: { now: Date; expiresAt?: Date }): Promise<IssuedCertificate>
  /** A certificate for these host names and IP addresses, one year long. */
  issueServer(
    hosts: readonly string[],
    now: Date,
  ): Promise<{ certificatePem: string; privateKeyPem: string }>
  /** A revocation list (PEM) that holds for a week. Its number must be higher than that of the one before. */
  signRevocationList(
    revoked: readonly RevokedCertificate[],
    options: { now: Date; number: number },
  ): Promise<string>
}

/** The certificate authority of a data folder; its root is made at first start. */
export async function openCertificateAuthority(
  dataFolder: string,
  now: Date,
): Promise<CertificateAuthority> {
  const root = await openRoot(dataFolder, now)
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
