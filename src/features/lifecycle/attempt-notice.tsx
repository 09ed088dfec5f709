import { Notice } from './notice'
import type { Failure } from './use-action-sending'
import { describeError } from '@/api/error-messages'
import { ApiError } from '@/api/errors'
import { isAskedAgain, isRepeatable, waitMs } from '@/domain/attempt'
import { secondMs } from '@/lib/instants'
import { FormError } from '@/ui/form-error'
import { Data } from '@/ui/data'
import { focusIt } from '@/ui/focus-it'

interface AttemptNoticeProps {
  failure: Failure | undefined
  nowMs: number
}

export function AttemptNotice({ failure, nowMs }: AttemptNoticeProps) {
  if (!failure || !isRepeatable(failure)) return <FormError message={undefined} />
  if (isAskedAgain(failure)) {
    return (
      <div role="alert" ref={focusIt} tabIndex={-1} className="outline-none">
        <Notice tone="warn" title="Send now?">
          <p>
            Your sign-in had run out, so the server carried nothing out:{' '}
            <Data isMultiline>{failure.error.message}</Data>
          </p>
        </Notice>
      </div>
    )
  }
  const { title, detail } = describeError(failure.error)
  const leftMs = waitMs(failure, nowMs)
  return (
    <FormError
      message={
        failure.error instanceof ApiError
          ? {
              title: `${title}: nothing was carried out`,
              detail:
                leftMs > 0
                  ? `The server asks to wait ${Math.ceil(leftMs / secondMs)} s.`
                  : 'Confirm again.',
            }
          : { title, detail: `${detail} Everything you typed is kept: confirm again.` }
      }
    />
  )
}
