import { createFileRoute } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { searchChange } from './-search-change'
import { useSelection } from '@/features/fleet-list/selection-store'
import { PlanPage } from '@/features/runs/plan-page'
import { planSearchSchema } from '@/features/runs/plan-search'

export const Route = createFileRoute('/_app/commands/new')({
  validateSearch: planSearchSchema,
  component: NewRun,
})

function NewRun() {
  const navigate = Route.useNavigate()
  const onSearchChange = useMemo(() => searchChange(navigate), [navigate])
  const onPlanned = useCallback(
    (runId: string) => void navigate({ to: '/commands/runs/$runId', params: { runId } }),
    [navigate],
  )
  return (
    <PlanPage
      search={Route.useSearch()}
      selectedIds={useSelection().ids}
      onSearchChange={onSearchChange}
      onPlanned={onPlanned}
    />
  )
}
