import { Factory, FilterX } from 'lucide-react'
import type { OnSearchChange } from './plants-search'
import type { PlantListPage } from '@/api/plant-pages'
import type { ListPlantsQuery } from '@/api/plant-schemas'
import { authMethodLabel } from '@/domain/credentials/auth-methods'
import { formatCount } from '@/lib/format-count'
import { NoPlantsYet } from '@/plant-ui/no-plants-yet'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'

interface NoPlantsProps {
  data: PlantListPage
  query: ListPlantsQuery
  /** The reason why this user may not create plants. */
  createRefusal: string | undefined
  onSearchChange: OnSearchChange
}

/** Says why the page of the list has no plants. Loaded on demand: the first screen has no room for it. */
export function NoPlants({
  data: { meta },
  query: { page, authMethod },
  createRefusal,
  onSearchChange,
}: NoPlantsProps) {
  if (meta.total === undefined || meta.total > 0) {
    // If an empty list doesn't state its length, only the first page is known.
    const last = meta.totalPages ?? 1
    if (page === 1) {
      return (
        <EmptyState icon={Factory} title="The server sent no plants">
          {meta.total === undefined
            ? 'It didn’t say how many there are. There may be plants that aren’t shown.'
            : `It says that there are ${formatCount(meta.total)}, but sent none of them.`}
        </EmptyState>
      )
    }
    return (
      <EmptyState
        icon={Factory}
        title={`There is no page ${page}`}
        action={<Button onClick={() => onSearchChange({ page: last })}>Go to page {last}</Button>}
      >
        {meta.totalPages === undefined
          ? 'The server sent no plants for this page.'
          : `The list ends at page ${last}. It may have become shorter meanwhile.`}
      </EmptyState>
    )
  }
  if (authMethod) {
    return (
      <EmptyState
        icon={FilterX}
        title={`No plant authenticates with ${authMethodLabel(authMethod)}`}
        action={
          <Button onClick={() => onSearchChange({ authMethod: undefined, page: undefined })}>
            Show all plants
          </Button>
        }
      >
        The filter hides all plants of your organization.
      </EmptyState>
    )
  }
  return <NoPlantsYet createRefusal={createRefusal} />
}
