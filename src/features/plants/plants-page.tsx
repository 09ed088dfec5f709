import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { NewPlant } from './new-plant'
import { Pagination } from './pagination'
import { PlantsBody } from './plants-body'
import { PlantsToolbar } from './plants-toolbar'
import type { PlantsSearch } from './plants-search'
import { describeError } from '@/api/error-messages'
import { plantQueries } from '@/api/plants'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Freshness } from '@/ui/freshness'

interface PlantsPageProps {
  search: PlantsSearch
  onSearchChange: (change: Partial<PlantsSearch>) => void
  onCreated: (plantId: string) => void
}

export function PlantsPage({ search, onSearchChange, onCreated }: PlantsPageProps) {
  const { page, limit, authMethod, create } = search
  const plants = useQuery({
    ...plantQueries.list({ page, limit, authMethod }),
    placeholderData: keepPreviousData,
    refetchInterval: useRefreshEveryMs(),
  })
  const { data, error, dataUpdatedAt } = plants
  return (
    <div className="flex flex-col gap-3 p-4 md:h-full">
      <title>Plants · Plantdeck</title>
      <Breadcrumb current="Plants" />
      <PlantsToolbar
        total={data?.meta.total}
        authMethod={authMethod}
        onFilter={(method) => onSearchChange({ authMethod: method, page: 1 })}
        onCreate={() => onSearchChange({ create: true })}
      />
      <PlantsBody plants={plants} search={search} onSearchChange={onSearchChange} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Freshness
          updatedAtMs={dataUpdatedAt}
          failure={error && data ? describeError(error).title : undefined}
        />
        {data && data.meta.total > 0 ? (
          <Pagination meta={data.meta} page={page} limit={limit} onChange={onSearchChange} />
        ) : null}
      </div>
      <NewPlant
        isOpen={create === true}
        onClose={() => onSearchChange({ create: undefined })}
        onCreated={onCreated}
      />
    </div>
  )
}
