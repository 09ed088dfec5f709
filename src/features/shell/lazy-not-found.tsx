import { codePart } from '@/lib/code-part'
import { lazyPage } from '@/ui/lazy-page'

const notFoundPart = codePart(() => import('./route-not-found'))

/** The page for an address that doesn't exist, whose code no other page needs. */
export const LazyNotFound = lazyPage(notFoundPart, ({ RouteNotFound }) => <RouteNotFound />)
