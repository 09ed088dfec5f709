import { facetTitle } from '@/domain/fleet/facet-values'
import { facetWords } from '@/domain/fleet/facet-words'
import { Panel } from '@/ui/panel'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'

const facets = ['status', 'lifecycle', 'auth'] as const
const charts = ['Certificate expiry by week', 'Last contact']

/** The tiles and charts before their numbers are there: each value has its line already. */
export function FiguresSkeleton() {
  return (
    <SkeletonGroup label="Loading the figures">
      <div className="grid gap-3 lg:grid-cols-3">
        {facets.map((facet) => (
          <Panel key={facet} title={facetTitle(facet)}>
            <div className="p-2">
              {facetWords[facet].order.map((value) => (
                <div key={value} className="flex h-8 items-center justify-between px-2 max-md:h-11">
                  <Skeleton className="h-3 w-24" />
                  <Skeleton className="h-3 w-16" />
                </div>
              ))}
            </div>
          </Panel>
        ))}
      </div>
      <div className="mt-3 grid gap-3 lg:grid-cols-2">
        {charts.map((title) => (
          <Panel key={title} title={title}>
            <div className="px-4 py-2">
              <Skeleton className="h-40 w-full" />
            </div>
          </Panel>
        ))}
      </div>
    </SkeletonGroup>
  )
}
