import { describeError } from '@/api/error-messages'
import { ApiError } from '@/api/errors'
import { type FailedAttempt, isAskedAgain, isRepeatable } from '@/domain/actions/attempt'
import { focusIt } from '@/ui/focus-it'
import { FormError } from '@/ui/form-error'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

interface AttemptNoticeProps {
  failure: Pick<FailedAttempt, 'error'> | undefined
}

/** Notice about a failed attempt that can be repeated. A reading that shows a change leads to the outcome instead. */
export function AttemptNotice({ failure }: AttemptNoticeProps) {
  if (!failure || !isRepeatable(failure)) return <FormError message={undefined} />
  if (isAskedAgain(failure)) {
    return (
      <div role="alert" ref={focusIt} tabIndex={-1} className="outline-none">
        <Notice tone="warn" title="Send now?">
          <p>
            The server rejected the request because your session had expired:{' '}
            <UntrustedText isMultiline>{failure.error.message}</UntrustedText>
          </p>
        </Notice>
      </div>
    )
  }
  const { title, detail, retryAtMs } = describeError(failure.error)
  return (
    <FormError
      message={
        failure.error instanceof ApiError
          ? {
              title,
              detail: 'The server rejected the request. Your input is kept.',
              retryAtMs,
            }
          : { title, detail: `${detail} Your input is kept. Confirm again.` }
      }
    />
  )
}
