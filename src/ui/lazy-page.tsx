import type { ReactNode } from 'react'
import { MissingPart } from './missing-part'
import { OnDemand } from './on-demand'
import type { CodePart } from '@/lib/code-part'

/** Creates a page whose code is loaded on demand, and which keeps its address when the code is late or missing. */
export function lazyPage<T>(part: CodePart<T>, render: (code: T, props: object) => ReactNode) {
  return function LazyPage(props: object) {
    return (
      <OnDemand
        part={part}
        fallback={
          <p role="status" className="p-4 text-muted">
            <title>Loading… · Plantdeck</title>
            Loading the page…
          </p>
        }
        renderMissing={(missing) => (
          <div className="mx-auto w-full max-w-2xl p-4">
            <title>Couldn’t load this page · Plantdeck</title>
            <h1 className="sr-only">Error</h1>
            <MissingPart missing={missing} />
          </div>
        )}
      >
        {(code) => render(code, props)}
      </OnDemand>
    )
  }
}
