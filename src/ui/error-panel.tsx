import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from './button'
import { LazyCopyButton } from './lazy-copy-button'
import { RetryWait, useRetryWait } from './retry-wait'
import { ToneIcon } from './tone-icon'
import { UntrustedText } from './untrusted-text'

interface ErrorPanelProps {
  title: string
  children?: ReactNode
  /** For support: code, endpoint, trace id. */
  detail?: string
  onRetry?: () => unknown
  isRetrying?: boolean
  /** Time until which retrying must wait, by `performance.now()`. */
  retryAtMs?: number | undefined
  actions?: ReactNode
  /** Announces the panel: for one that replaces content while the page is open. */
  isAlert?: boolean
}

/** Panel for a failed read, with a retry that respects the wait the server asked for. */
export function ErrorPanel(props: ErrorPanelProps) {
  const { title, children, detail, onRetry, isRetrying, retryAtMs, actions, isAlert } = props
  const waitReason = useRetryWait(retryAtMs)
  return (
    <div
      role={isAlert ? 'alert' : undefined}
      className="flex gap-3 rounded-md border border-danger-line bg-surface p-4"
    >
      <ToneIcon tone="danger" className="size-5 text-danger" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <p className="font-semibold">{title}</p>
        {children ? (
          <div className="text-muted">
            {typeof children === 'string' ? (
              <UntrustedText isMultiline>{children}</UntrustedText>
            ) : (
              children
            )}{' '}
            <RetryWait retryAtMs={retryAtMs} />
          </div>
        ) : null}
        {detail ? (
          <div className="mt-2 flex items-start gap-1 rounded-sm border border-line bg-canvas py-1 pr-1 pl-2">
            <code
              translate="no"
              className="min-w-0 flex-1 py-0.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap text-muted"
            >
              <UntrustedText isMultiline>{detail}</UntrustedText>
            </code>
            <LazyCopyButton text={detail} label="Copy details" />
          </div>
        ) : null}
        {onRetry || actions ? (
          <div className="mt-2 flex flex-wrap gap-2">
            {onRetry ? (
              <Button
                icon={<RotateCw aria-hidden className="size-4" />}
                isPending={isRetrying}
                disabledReason={waitReason}
                onClick={onRetry}
              >
                Try again
              </Button>
            ) : null}
            {actions}
          </div>
        ) : null}
      </div>
    </div>
  )
}
