import { createFileRoute } from '@tanstack/react-router'
import { RunsPage } from '@/features/runs/runs-page'

export const Route = createFileRoute('/_app/commands/')({ component: Runs })

function Runs() {
  const navigate = Route.useNavigate()
  return (
    <RunsPage
      onOpened={(runId) => void navigate({ to: '/commands/runs/$runId', params: { runId } })}
    />
  )
}
