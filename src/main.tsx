// Entry point, and the only file with side effects. Config and session load while the application's code is downloaded.
import '@/lib/zod-without-eval'
import './styles.css'
import { configureClient } from '@/api/client'
import { type RuntimeConfig, loadConfig } from '@/api/config'
import { reloadIfReachable } from '@/api/deployed-version'
import { plantQueries } from '@/api/plants'
import { clearBetweenPeople, createQueryClient, prime } from '@/api/query-client'
import { preloadOAuth } from '@/api/session/oauth-part'
import { Session } from '@/api/session/session'
import type { RouterContext } from '@/api/session/session-context'
import { organizationIdOf } from '@/api/session/session-state'
import { pageQuery, plantsSearchSchema } from '@/features/plants/plants-search'
import { removeCredentials } from '@/lib/address-credentials'
import { basePath, routePath } from '@/lib/base-path'
import { leaveCompositionAlone } from '@/lib/keystroke'
import { getPreference } from '@/lib/preferences'
import { subscribeToPreferences } from '@/lib/preferences-as-text'
import { followTranslation } from '@/ui/translated-text'

/** By then the first screen is rendered on most connections. */
const preloadAfterMs = 10_000

// Before anything else reads the address.
removeCredentials()
addEventListener('popstate', removeCredentials)

const container = document.querySelector('#root')
if (!container) throw new Error('index.html has no #root')

applyTheme()
subscribeToPreferences(applyTheme)
leaveNothingBehind()
followTranslation()
leaveCompositionAlone()
setTimeout(preloadOAuth, preloadAfterMs)

async function startSession(): Promise<RouterContext> {
  const config = await loadConfig(`${basePath}config.json`)
  const session = new Session(config)
  configureClient({
    ...config,
    organizationId: () => organizationIdOf(session.getState()),
    accessToken: session.accessToken,
    renewToken: session.renew,
  })
  const idle = await watchUse(session, config)
  const context = { config, session, idle, queryClient: createQueryClient() }
  clearBetweenPeople(session, context.queryClient)
  // For a reload: another tab may choose another one meanwhile.
  addEventListener('pagehide', () => session.organization.keep())
  // The route's guard waits for the same promise and shows the failure.
  void session.restore().then(
    () => primeFirstPage(context),
    () => undefined,
  )
  return context
}

/** Loaded before the session is restored: one that was not used for too long must not send or show anything. */
async function watchUse(session: Session, { idleMinutes }: RuntimeConfig) {
  if (idleMinutes === null) return undefined
  const { IdleTimeout } = await import('@/api/session/idle-timeout')
  return new IdleTimeout(session, idleMinutes)
}

// No top-level await: the application's code imports from this chunk and would wait for it forever.
void start(container)

async function start(into: Element): Promise<void> {
  const appCode = import('./app')
  try {
    const [{ mountApp }, context] = await Promise.all([appCode, startSession()])
    mountApp(into, context)
  } catch (error) {
    const failurePage = await import('./start-failure').catch(() => undefined)
    if (failurePage) failurePage.showStartFailure(into, error)
    else showPlainFailure(into)
  }
}

/** Shown without the application's code, which may be what failed to load. */
function showPlainFailure(into: Element): void {
  const text = document.createElement('p')
  text.role = 'alert'
  text.textContent = 'Couldn’t load Plantdeck. Check your connection and try again.'
  const retry = document.createElement('button')
  retry.textContent = 'Try again'
  retry.className = 'mt-4 rounded-md border border-line-strong px-3 py-1'
  retry.addEventListener('click', () => {
    retry.disabled = true
    void reloadIfReachable().then((isReachable) => {
      retry.disabled = isReachable
      if (!isReachable) text.textContent = 'The server isn’t responding. Try again later.'
    })
  })
  const page = document.createElement('main')
  page.className = 'mx-auto max-w-2xl p-4'
  page.append(text, retry)
  into.replaceChildren(page)
}

/** Requests the first list page while the application's code is being downloaded; its route reuses the request. */
function primeFirstPage({ session, queryClient }: RouterContext): void {
  if (session.getState().phase !== 'signed-in') return
  if (routePath(location.pathname) !== '/plants') return
  const given = new URLSearchParams(location.search)
  const [page, limit] = [given.get('page'), given.get('limit')].map((text) => Number(text ?? NaN))
  const search = plantsSearchSchema.parse({ page, limit, authMethod: given.get('authMethod') })
  prime(queryClient, plantQueries.list(pageQuery(search)))
}

/**
 * `no-store` does not keep a page out of Chromium's back/forward cache. A page that is left is therefore hidden before
 * it enters the cache, and reloaded, with the session checked, when it is restored.
 */
function leaveNothingBehind(): void {
  addEventListener('pagehide', ({ persisted }) => {
    if (persisted) document.documentElement.hidden = true
  })
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload()
  })
}

function applyTheme(): void {
  const theme = getPreference('theme')
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
