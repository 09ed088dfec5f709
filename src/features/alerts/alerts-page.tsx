import { useSuspenseQuery } from '@tanstack/react-query'
import type { AlertsSearch } from './alerts-search'
import { plantQueries } from '@/api/plants'
import { EmptyState } from '@/ui/empty-state'

interface AlertsPageProps {
  plantId: string
  search: AlertsSearch
  onSearchChange: (change: Partial<AlertsSearch>) => void
}

export function AlertsPage({ plantId }: AlertsPageProps) {
  const { data: plant } = useSuspenseQuery(plantQueries.detail(plantId))
  return <EmptyState title={`${plant.alerts?.length ?? 0} alerts`} />
}
