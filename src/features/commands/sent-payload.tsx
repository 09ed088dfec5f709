import { cutText } from '@/ui/cut-text'
import { UntrustedText } from '@/ui/untrusted-text'

/** A longer line may be cut by a narrow list. */
const longestUncut = 40
/** More than a list shows in a line; a payload may have millions of characters. */
const longestLine = 200

/** A payload as it was sent: short ones whole, others as a line that opens to show every character. */
export function SentPayload({ payload }: { payload: string }) {
  const isShort = payload.length <= longestUncut && !payload.includes('\n')
  if (isShort) {
    return (
      <p className="font-mono text-xs wrap-anywhere whitespace-pre-wrap text-muted">
        <UntrustedText>{payload}</UntrustedText>
      </p>
    )
  }
  // Cut first, because joining the lines of a large payload takes long.
  const line = cutText(payload, 2 * longestLine).replaceAll(/\s*\n\s*/g, ' ')
  return (
    <details className="group min-w-0 text-muted">
      <summary className="truncate font-mono text-xs whitespace-pre max-md:min-h-11 max-md:content-center">
        <span className="group-open:hidden">
          <UntrustedText isCut longest={longestLine}>
            {line}
          </UntrustedText>
        </span>
        <span className="hidden font-sans group-open:inline">Payload</span>
      </summary>
      <pre className="max-h-48 overflow-auto py-1 font-mono text-xs wrap-anywhere whitespace-pre-wrap">
        <UntrustedText isMultiline longest={10_000}>
          {payload}
        </UntrustedText>
      </pre>
    </details>
  )
}
