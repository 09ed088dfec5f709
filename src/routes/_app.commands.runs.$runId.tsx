import { createFileRoute } from '@tanstack/react-router'
import { RunPage } from '@/features/runs/run-page'

export const Route = createFileRoute('/_app/commands/runs/$runId')({ component: Run })

function Run() {
  const { runId } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <RunPage
      key={runId}
      runId={runId}
      onGone={() => void navigate({ to: '/commands' })}
      onPlanned={(next) => void navigate({ to: '/commands/runs/$runId', params: { runId: next } })}
    />
  )
}
