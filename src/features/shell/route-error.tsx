import { useRouter } from '@tanstack/react-router'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { describeError } from '@/api/error-messages'
import { ErrorPanel } from '@/ui/error-panel'

export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const { title, detail, technical, retryAtMs } = describeError(error)
  const retry = async () => {
    reset()
    await router.invalidate()
  }
  return (
    <div className="mx-auto w-full max-w-2xl p-4">
      <h1 className="sr-only">Error</h1>
      <ErrorPanel title={title} detail={technical} onRetry={retry} retryAtMs={retryAtMs} isAlert>
        {detail}
      </ErrorPanel>
    </div>
  )
}
