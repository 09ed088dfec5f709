// The only file with side effects. Config and session are under way while the application's code arrives.
import '@/lib/zod-without-eval'
import './styles.css'
import { configureClient } from '@/api/client'
import { loadConfig } from '@/api/config'
import { Session } from '@/api/session'
import type { Deployment } from '@/api/session-context'
import { leaveNothingBehind } from '@/lib/back-forward'
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

function applyTheme(): void {
  const theme = getPreference('theme')
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
