import { useRouter } from '@tanstack/react-router'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const retry = async () => {
    reset()
    await router.invalidate()
  }
  return (
    <div className="mx-auto w-full max-w-2xl p-4">
      <h1 className="sr-only">Error</h1>
      <QueryErrorPanel error={error} onRetry={retry} />
    </div>
  )
}
