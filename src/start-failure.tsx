import { createRoot } from 'react-dom/client'
import { ConfigError } from '@/api/config'
import { reloadIfReachable } from '@/api/deployed-version'
import { toError } from '@/lib/thrown'
import { ErrorPanel } from '@/ui/error-panel'
import { ReloadButton } from '@/ui/reload-button'

/** Failure page shown when the dashboard can't start. The URL is kept, so that a reload can succeed. */
export function showStartFailure(container: Element, error: unknown): void {
  const isConfig = error instanceof ConfigError
  createRoot(container).render(
    <main className="mx-auto max-w-2xl p-4 md:pt-16">
      <title>Plantdeck cannot start</title>
      <h1 className="sr-only">Plantdeck cannot start</h1>
      <ErrorPanel
        title={isConfig ? 'The configuration is broken' : 'Couldn’t load Plantdeck'}
        detail={String(toError(error))}
        actions={<ReloadButton label="Try again" onReload={reloadIfReachable} />}
        isAlert
      >
        {isConfig
          ? 'Plantdeck reads config.json next to its start page. Ask your administrator to fix it.'
          : 'Part of the application couldn’t be loaded. Check your connection and try again.'}
      </ErrorPanel>
    </main>,
  )
}
