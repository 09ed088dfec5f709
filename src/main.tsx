// The only file with side effects. Config and session are under way while the application's code arrives.
import '@/lib/zod-without-eval'
import './styles.css'
import { configureClient } from '@/api/client'
import { loadConfig } from '@/api/config'
import { Session } from '@/api/session'
import type { Deployment } from '@/api/session-context'
import { getPreference, subscribeToPreferences } from '@/lib/preferences'

const container = document.querySelector('#root')
if (!container) throw new Error('index.html has no #root')

applyTheme()
subscribeToPreferences(applyTheme)
leaveNothingBehind()

async function startDeployment(): Promise<Deployment> {
  const config = await loadConfig('/config.json')
  const session = new Session(config)
  configureClient({
    ...config,
    accessToken: session.accessToken,
    renewToken: session.renew,
  })
  // The guard waits for it and shows what went wrong.
  void session.restore().catch(() => undefined)
  return { config, session }
}

// No await at the top level: the application's code imports from this chunk and would wait for it forever.
void start(container)

async function start(into: Element): Promise<void> {
  const appCode = import('./app')
  try {
    const [{ mountApp }, deployment] = await Promise.all([appCode, startDeployment()])
    mountApp(into, deployment)
  } catch (error) {
    const { showStartFailure } = await import('./start-failure')
    showStartFailure(into, error)
  }
}

/**
 * `no-store` does not keep a page out of Chromium's back/forward cache, so a page that was left is hidden
 * before it goes there, and starts afresh (with the session checked) when it comes back.
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
