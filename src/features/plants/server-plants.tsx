import type { UseQueryResult } from '@tanstack/react-query'
import { whyOnlyPages } from './only-pages'
import { PlantsBody } from './plants-body'
import type { OnSearchChange, PlantsSearch } from './plants-search'
import { PlantsSkeleton } from './plants-skeleton'
import { PlantsToolbar } from './plants-toolbar'
import { describeError } from '@/api/error-messages'
import type { PlantListPage } from '@/api/plant-pages'
import type { ListPlantsQuery } from '@/api/plant-schemas'
import { codePart } from '@/lib/code-part'
import { Freshness, StaleNotice } from '@/ui/freshness'
import { MissingPart } from '@/ui/missing-part'
import { Notice } from '@/ui/notice'
import { OnDemand } from '@/ui/on-demand'
import type { Missing } from '@/ui/use-code'
import { useReadAt } from '@/ui/use-read-at'

/** The fleet's list soon replaces most pages, so the first screen omits it, and the first row doesn't compete with it. */
const paginationPart = codePart(() => import('@/ui/pagination'))

/** As high as the controls. */
const controlsSpace = <div className="h-8 max-md:h-11" />

const limits = [20, 50, 100]

interface ServerPlantsProps {
  search: PlantsSearch
  query: ListPlantsQuery
  plants: UseQueryResult<PlantListPage>
  /** The reason why this user may not create plants. */
  createRefusal: string | undefined
  /** Set when the code of the fleet's list could not be loaded. */
  missing: Missing | undefined
  /** True when the fleet is larger than the limit for searching it in the browser. */
  isTooLarge: boolean
  /** True once the first rows are painted. */
  isIdle: boolean
  /** True while the list that can answer the search is on its way: rows of all plants would be wrong. */
  isWaiting: boolean
  onSearchChange: OnSearchChange
  onCreate: () => void
}

/** One page of the server's list, which can be filtered by authentication method only. */
export function ServerPlants(props: ServerPlantsProps) {
  const { search, query, plants, createRefusal, onSearchChange } = props
  const { data, error, dataUpdatedAt } = plants
  const readAtMs = useReadAt(dataUpdatedAt)
  const why = whyOnlyPages(props)
  return (
    <>
      <PlantsToolbar
        total={data && (data.meta.total ?? null)}
        authMethod={query.authMethod}
        createRefusal={createRefusal}
        onFilter={(method) => onSearchChange({ authMethod: method, page: undefined })}
        onCreate={props.onCreate}
      />
      <StaleNotice
        updatedAtMs={readAtMs}
        failure={error && readAtMs > 0 ? describeError(error).title : undefined}
      />
      {search.create === true && createRefusal ? (
        <Notice tone="warn">{createRefusal}</Notice>
      ) : null}
      {why ? <p role="status">{why}</p> : null}
      {props.isWaiting && !error ? (
        <PlantsSkeleton rows={query.limit} />
      ) : (
        <>
          <PlantsBody
            plants={plants}
            readAtMs={readAtMs}
            query={query}
            createRefusal={createRefusal}
            onSearchChange={onSearchChange}
          />
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <Freshness updatedAtMs={readAtMs} />
            {data && data.meta.total !== 0 && !props.isIdle ? controlsSpace : null}
            {data && data.meta.total !== 0 && props.isIdle ? (
              <OnDemand
                part={paginationPart}
                fallback={controlsSpace}
                renderMissing={(lost) => <MissingPart missing={lost} />}
              >
                {({ Pagination }) => (
                  <Pagination
                    noun="plant"
                    reach={data.meta}
                    rows={data.rows}
                    page={query.page}
                    limit={query.limit}
                    limits={limits}
                    onChange={onSearchChange}
                  />
                )}
              </OnDemand>
            ) : null}
          </div>
        </>
      )}
    </>
  )
}
