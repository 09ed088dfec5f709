import { Hono } from 'hono'
import type { CertificateAuthority } from './certificate-authority'
import type { RevocationList } from './revocation-list'

/** Both files change (the list within seconds), so they are revalidated; `nosniff` prevents guessing a type. */
const headers = {
  'content-type': 'application/x-pem-file',
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
}

/** Creates the public routes of the root certificate and the revocation list, which need no authentication. */
export function pkiRoutes(
  authority: Pick<CertificateAuthority, 'certificatePem'>,
  revocationList: Pick<RevocationList, 'current'>,
): Hono {
  const app = new Hono()
  app.get('/ca.crt', (c) => c.body(authority.certificatePem, 200, headers))
  app.get('/ca.crl', async (c) => c.body(await revocationList.current(), 200, headers))
  return app
}
