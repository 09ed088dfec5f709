import { type ReactNode, useSyncExternalStore } from 'react'
import { useIsQuiet } from './use-is-quiet'
import { useSessionState } from '@/api/session/session-context'
import type { CodePart } from '@/lib/code-part'
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
  const isAwaited = isOver || messages.length > 0
  const isQuiet = useIsQuiet()
  const { code, missing } = useCode(part, { isNeeded: isAwaited || isQuiet, isAwaited })
  if (code) return children(code)
  if (!missing || !isAwaited) return null
  return (
    <div role="alert" className="fixed inset-x-4 bottom-4 z-50 mx-auto max-w-xl bg-raised p-3">
      {isOver ? <p>Your session is over.</p> : null}
      {messages.map(({ key, title, detail }) => (
        <p key={key}>
          <UntrustedText>{title}</UntrustedText> {detail}
        </p>
      ))}
      <MissingPart missing={missing} />
    </div>
  )
}
