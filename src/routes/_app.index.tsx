import { createFileRoute } from '@tanstack/react-router'
import { searchChange } from './-search-change'
import { OverviewPage } from '@/features/overview/overview-page'
import { overviewSearchSchema } from '@/features/overview/overview-search'

export const Route = createFileRoute('/_app/')({
  validateSearch: overviewSearchSchema,
  component: Overview,
})

function Overview() {
  const navigate = Route.useNavigate()
  return (
    <OverviewPage search={Route.useSearch()} onSearchChange={searchChange(navigate)} awaited={[]} />
  )
}
