import { Notice } from './notice'
import { RetryWait } from './retry-wait'
import { UntrustedText } from './untrusted-text'

interface FormErrorProps {
  /** `retryAtMs` counts down, by `performance.now()`. */
  message: { title: string; detail: string; retryAtMs?: number | undefined } | undefined
}

export function FormError({ message }: FormErrorProps) {
  return (
    // Always rendered, so that text inserted later is announced.
    <div role="alert" className="empty:hidden">
      {message ? (
        <Notice tone="danger" title={message.title}>
          <p className="empty:hidden">
            {message.detail ? <UntrustedText isMultiline>{message.detail}</UntrustedText> : null}{' '}
            <RetryWait retryAtMs={message.retryAtMs} />
          </p>
        </Notice>
      ) : null}
    </div>
  )
}
