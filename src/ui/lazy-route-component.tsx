import type { ComponentType } from 'react'
import { lazyPage } from './lazy-page'
import { codePart } from '@/lib/code-part'

/** The page before stays on screen for so long; then the new one says that it is loading. */
const patienceMs = 1_000

/**
 * Replaces the TanStack Router function of the same name, whose component reloads the page when its code is missing.
 * The build swaps the two (`.scripts/on-demand-code.ts`).
 */
export function lazyRouteComponent<Name extends string>(
  importIt: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) {
  const part = codePart(importIt)
  const LazyRoute = lazyPage(part, (code, props) => {
    const Component: ComponentType = code[name]
    return <Component {...props} />
  })
  const late = () => new Promise<void>((resolve) => void setTimeout(resolve, patienceMs))
  // The router waits for this before it shows the page, and shows the page even if it fails.
  const preload = () =>
    part.now() ? undefined : Promise.race([part.load().catch(() => undefined), late()])
  return Object.assign(LazyRoute, { preload })
}
