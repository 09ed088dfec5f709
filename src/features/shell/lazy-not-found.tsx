import { codePart } from '@/lib/code-part'
import { MissingPart } from '@/ui/missing-part'
import { OnDemand } from '@/ui/on-demand'

const notFoundPart = codePart(() => import('./route-not-found'))

/** The page for an address that doesn't exist, whose code no other page needs. */
export function LazyNotFound() {
  return (
    <OnDemand
      part={notFoundPart}
      fallback={null}
      renderMissing={(missing) => (
        <div className="mx-auto w-full max-w-2xl p-4">
          <title>Not found · Plantdeck</title>
          <h1 className="sr-only">Not found</h1>
          <MissingPart missing={missing} />
        </div>
      )}
    >
      {({ RouteNotFound }) => <RouteNotFound />}
    </OnDemand>
  )
}
