import { UserX } from 'lucide-react'
import { describeError } from '@/api/error-messages'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { UntrustedText } from '@/ui/untrusted-text'

interface AccountsAbsentProps {
  error: Error
  isRetrying: boolean
  onRetry: () => unknown
}

/** Says that the backend has no endpoints for accounts, which are an addition to the Plants API. */
export function AccountsAbsent({ error, isRetrying, onRetry }: AccountsAbsentProps) {
  return (
    <div role="status">
      <EmptyState
        icon={UserX}
        title="This platform does not manage accounts"
        action={
          <Button isPending={isRetrying} onClick={onRetry}>
            Try again
          </Button>
        }
      >
        Its API has no list of users. Users and API credentials are managed in its authorization
        server. Ask its administrator. (
        <UntrustedText isCut>{describeError(error).technical}</UntrustedText>)
      </EmptyState>
    </div>
  )
}
