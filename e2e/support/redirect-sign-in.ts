import type { Page } from '@playwright/test'
import { findFreePort } from './free-port'

/** Settings of a deployment that signs in by redirect. */
interface RedirectDeployment {
  authorizeUrl?: string
  tokenUrl?: string
  scope?: string
}

/** Gives the page a `config.json` of a deployment that signs in by redirect. */
export async function deployWithRedirect(page: Page, changes: RedirectDeployment = {}) {
  await page.context().route('**/config.json', async (route) => {
    const response = await route.fetch()
    const config: object = await response.json()
    await route.fulfill({ response, json: { ...config, auth: 'code', ...changes } })
  })
}

/** Starts an OpenID provider that has nothing to do with Plantdeck, for the dashboard at an address. */
export async function startProvider(dashboardUrl: string) {
  // Not at the start of every test: it warns about what it is missing for production.
  const { default: Provider } = await import('oidc-provider')
  const port = await findFreePort()
  const url = `http://localhost:${port}`
  const provider = new Provider(url, {
    clients: [
      {
        client_id: 'plantdeck',
        token_endpoint_auth_method: 'none',
        redirect_uris: [`${dashboardUrl}/sign-in`],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        application_type: 'native',
      },
    ],
    pkce: { required: () => true },
    clientBasedCORS: (_context, origin) => origin === dashboardUrl,
    // The provider's own page for development takes any user and password.
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
  })
  const server = await new Promise<ReturnType<typeof provider.listen>>((resolve) => {
    const listening = provider.listen(port, 'localhost', () => resolve(listening))
  })
  return {
    deployment: { authorizeUrl: `${url}/auth`, tokenUrl: `${url}/token`, scope: 'openid' },
    stop: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
