import { useQuery } from '@tanstack/react-query'
import { energyQueries } from '@/api/energy'
import { EmptyState } from '@/ui/empty-state'

export function EnergyPage({ plantId }: { plantId: string }) {
  const { data } = useQuery(energyQueries.today(plantId))
  return <EmptyState title={`Energy of ${data?.date ?? 'today'}`} />
}
