import { Hono } from 'hono'
import type { CertificateAuthority } from './certificate-authority'
import type { RevocationList } from './revocation-list'

/** Both change (the list within seconds), and neither is anything but what its type says. */
const headers = {
  'content-type': 'application/x-pem-file',
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
}

/** The root certificate and the revocation list, open to everybody: both are public by nature. */
export function pkiRoutes(
  authority: Pick<CertificateAuthority, 'certificatePem'>,
  revocationList: Pick<RevocationList, 'current'>,
): Hono {
  const app = new Hono()
  app.get('/ca.crt', (c) => c.body(authority.certificatePem, 200, headers))
  app.get('/ca.crl', async (c) => c.body(await revocationList.current(), 200, headers))
  return app
}
