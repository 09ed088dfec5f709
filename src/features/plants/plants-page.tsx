import { useQuery } from '@tanstack/react-query'
import { NewPlant } from './new-plant'
import { Pagination } from './pagination'
import { PlantsBody } from './plants-body'
import type { PlantsSearch } from './plants-search'
import { PlantsToolbar } from './plants-toolbar'
import { describeError } from '@/api/error-messages'
import { plantQueries } from '@/api/plants'
import { usePerson } from '@/api/session/session-context'
import { whyForbidden } from '@/domain/actions/permission'
import { useLatestList } from '@/fleet/use-latest-list'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Freshness, StaleNotice } from '@/ui/freshness'
import { Notice } from '@/ui/notice'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { useReadAt } from '@/ui/use-read-at'

interface PlantsPageProps {
  search: PlantsSearch
  /** Changes the URL, replacing the history entry or adding one. */
  onSearchChange: (change: Partial<PlantsSearch>, isReplacing?: boolean) => void
  onCreated: (plantId: string) => void
  onOpenPlant: (plantId: string) => void
}

export function PlantsPage({ search, onSearchChange, onCreated, onOpenPlant }: PlantsPageProps) {
  const { page, limit, authMethod, create } = search
  useLatestList(search)
  const plants = useQuery({
    ...plantQueries.list({ page, limit, authMethod }),
    // Rows of another filter would be wrong; those of another page stay until the new ones arrive.
    placeholderData: (rows, from) =>
      from?.queryKey[2].authMethod === authMethod ? rows : undefined,
    refetchInterval: useRefreshEveryMs(),
  })
  const { data, error, dataUpdatedAt } = plants
  const readAtMs = useReadAt(dataUpdatedAt)
  const person = usePerson()
  const createRefusal = person && whyForbidden(person, 'createPlant')
  return (
    <div className="flex flex-col gap-3 p-4 md:h-full short:h-auto">
      <title>Plants · Plantdeck</title>
      <Breadcrumb current="Plants" />
      <PlantsToolbar
        total={data && (data.meta.total ?? null)}
        authMethod={authMethod}
        createRefusal={createRefusal}
        onFilter={(method) => onSearchChange({ authMethod: method, page: 1 })}
        onCreate={() => onSearchChange({ create: true })}
      />
      <StaleNotice
        updatedAtMs={readAtMs}
        failure={error && readAtMs > 0 ? describeError(error).title : undefined}
      />
      {create === true && createRefusal ? <Notice tone="warn">{createRefusal}</Notice> : null}
      <PlantsBody
        plants={plants}
        readAtMs={readAtMs}
        search={search}
        createRefusal={createRefusal}
        onSearchChange={onSearchChange}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Freshness updatedAtMs={readAtMs} />
        {data && data.meta.total !== 0 ? (
          <Pagination
            reach={data.meta}
            rows={data.rows}
            page={page}
            limit={limit}
            onChange={onSearchChange}
          />
        ) : null}
      </div>
      <NewPlant
        isOpen={create === true && !createRefusal}
        onClose={() => onSearchChange({ create: undefined }, true)}
        onCreated={onCreated}
        onOpenPlant={onOpenPlant}
      />
    </div>
  )
}
