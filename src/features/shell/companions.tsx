import { type ReactNode, useSyncExternalStore } from 'react'
import { useCodeWhenQuiet } from './use-code-when-quiet'
import { useSessionState } from '@/api/session/session-context'
import { publicPath } from '@/lib/base-path'
import type { CodePart } from '@/lib/code-part'
import { Button } from '@/ui/button'
import { MissingPart } from '@/ui/missing-part'
import { toast } from '@/ui/toast'
import { UntrustedText } from '@/ui/untrusted-text'
import { useCode } from '@/ui/use-code'

interface CompanionsProps<T> {
  part: CodePart<T>
  children: (code: T) => ReactNode
}

/**
 * Loads what shows notifications and the end of the session once the page is quiet, or as soon as there is one to show.
 * Without its code, the messages are still shown, as plain text.
 */
export function Companions<T>({ part, children }: CompanionsProps<T>) {
  const messages = useSyncExternalStore(toast.subscribe, toast.entries)
  const isOver = useSessionState().phase === 'over'
  const isNeeded = isOver || messages.length > 0
  useCodeWhenQuiet(part)
  const { code, missing } = useCode(part, { isNeeded })
  if (code) return children(code)
  if (!missing || !isNeeded) return null
  return (
    // The attribute keeps it reachable while a react-aria dialog hides the rest of the page.
    <section
      aria-label="Notifications"
      data-react-aria-top-layer
      data-print="hide"
      className="fixed inset-x-4 bottom-4 z-50 bg-raised p-3"
    >
      <div role="alert">
        {isOver ? (
          <p>
            Your session is over.{' '}
            <a href={publicPath('/sign-in')} target="_blank" rel="noreferrer" className="underline">
              Sign in in a new tab
            </a>
          </p>
        ) : null}
        {messages.map(({ key, title, detail }) => (
          <p key={key} className="whitespace-pre-wrap">
            <UntrustedText>{title}</UntrustedText>
            {detail ? <UntrustedText isMultiline>{`\n${detail}`}</UntrustedText> : null}
          </p>
        ))}
      </div>
      <MissingPart
        missing={missing}
        actions={isOver ? null : <Button onClick={() => toast.clear()}>Dismiss</Button>}
      />
    </section>
  )
}
