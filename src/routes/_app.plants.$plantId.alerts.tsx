import { createFileRoute } from '@tanstack/react-router'
import { searchChange } from './-search-change'
import { AlertsPage } from '@/features/alerts/alerts-page'
import { alertsSearchSchema } from '@/features/alerts/alerts-search'

export const Route = createFileRoute('/_app/plants/$plantId/alerts')({
  validateSearch: alertsSearchSchema,
  component: Alerts,
})

function Alerts() {
  const navigate = Route.useNavigate()
  return (
    <AlertsPage
      {...Route.useParams()}
      search={Route.useSearch()}
      onSearchChange={searchChange(navigate)}
    />
  )
}
