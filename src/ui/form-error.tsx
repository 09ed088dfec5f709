import { CircleAlert } from 'lucide-react'
import { RetryWait } from './retry-wait'
import { UntrustedText } from './untrusted-text'

interface FormErrorProps {
  /** `retryAtMs` counts down, by `performance.now()`. */
  message: { title: string; detail: string; retryAtMs?: number | undefined } | undefined
}

/** An error about the whole form, shown above its button. */
export function FormError({ message }: FormErrorProps) {
  return (
    // Always rendered, so that text inserted later is announced.
    <div role="alert" className="empty:hidden">
      {message ? (
        <div className="flex gap-2 rounded-md border border-danger-line bg-danger-soft px-3 py-2">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
          <div className="min-w-0 wrap-anywhere">
            <p className="font-medium text-danger">{message.title}</p>
            <p className="text-ink">
              {message.detail ? <UntrustedText isMultiline>{message.detail}</UntrustedText> : null}{' '}
              <RetryWait retryAtMs={message.retryAtMs} />
            </p>
          </div>
        </div>
      ) : null}
    </div>
  )
}
