import type { ComponentType } from 'react'
import { MissingPart } from './missing-part'
import { OnDemand } from './on-demand'
import { codePart } from '@/lib/code-part'

/**
 * Replaces the TanStack Router function of the same name, whose component reloads the page when its code is missing.
 * The build swaps the two (`.scripts/on-demand-code.ts`).
 */
export function lazyRouteComponent<Name extends string>(
  importIt: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) {
  const part = codePart(importIt)
  function LazyRoute(props: object) {
    return (
      <OnDemand
        part={part}
        fallback={null}
        renderMissing={(missing) => (
          <div className="mx-auto w-full max-w-2xl p-4">
            <title>Couldn’t load this page · Plantdeck</title>
            <h1 className="sr-only">Error</h1>
            <MissingPart missing={missing} />
          </div>
        )}
      >
        {(code) => {
          const Component: ComponentType = code[name]
          return <Component {...props} />
        }}
      </OnDemand>
    )
  }
  // The router waits for this before it shows the page, and shows the page even if it fails.
  const preload = () => (part.now() ? undefined : part.load().catch(() => undefined))
  return Object.assign(LazyRoute, { preload })
}
