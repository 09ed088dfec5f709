import { createFileRoute } from '@tanstack/react-router'
import { SecurityPage } from '@/features/credentials/security-page'

export const Route = createFileRoute('/_app/plants/$plantId/security')({
  component: Security,
})

function Security() {
  const { plantId } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <SecurityPage
      plantId={plantId}
      onAction={(action) => navigate({ search: (now) => ({ ...now, action }) })}
    />
  )
}
