import { useRouter } from '@tanstack/react-router'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { describeError } from '@/api/error-messages'
import { isMissingCode } from '@/lib/missing-code'
import { ErrorPanel } from '@/ui/error-panel'

/** What a page that cannot be shown at all becomes. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  const { title, detail, technical } = describeError(error)
  const isCode = isMissingCode(error)
  const retry = async () => {
    if (isCode) {
      // Browsers and React remember that an import failed, so only a fresh page can ask for it again.
      location.reload()
      return
    }
    reset()
    await router.invalidate()
  }
  return (
    <div className="mx-auto w-full max-w-2xl p-4">
      <h1 className="sr-only">Error</h1>
      <ErrorPanel
        title={isCode ? 'A part of Plantdeck could not be loaded' : title}
        detail={technical}
        onRetry={retry}
        isAlert
      >
        {isCode ? 'Check the connection, then try again.' : detail}
      </ErrorPanel>
    </div>
  )
}
