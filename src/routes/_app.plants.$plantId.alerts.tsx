import { createFileRoute } from '@tanstack/react-router'
import { AlertsPage } from '@/features/alerts/alerts-page'
import { alertsSearchSchema } from '@/features/alerts/alerts-search'

export const Route = createFileRoute('/_app/plants/$plantId/alerts')({
  validateSearch: alertsSearchSchema,
  component: Alerts,
})

function Alerts() {
  const { plantId } = Route.useParams()
  const search = Route.useSearch()
  const navigate = Route.useNavigate()
  return (
    <AlertsPage
      plantId={plantId}
      search={search}
      onSearchChange={(change) => navigate({ search: (now) => ({ ...now, ...change }) })}
    />
  )
}
