import { createRouter } from '@tanstack/react-router'
import { routeTree } from './routeTree.gen'
import type { RouterContext } from '@/api/session/session-context'
import { LazyNotFound } from '@/features/shell/lazy-not-found'
import { RouteError } from '@/features/shell/route-error'
import { basePath } from '@/lib/base-path'
import { mainContentId } from '@/ui/main-content'

/** Creates the router. Code and data of a link are preloaded when a user is about to follow it. */
export function createAppRouter(context: RouterContext) {
  return createRouter({
    routeTree,
    context,
    basepath: basePath,
    defaultPreload: 'intent',
    // React Query decides whether data is fresh.
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: LazyNotFound,
    scrollRestoration: true,
    // It scrolls instead of the window, and would keep the place of the page before.
    scrollToTopSelectors: [`#${mainContentId}`],
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
  interface HistoryState {
    /** True for a page that is shown at the place of the page it replaced. */
    keepsPlace?: true
  }
}
