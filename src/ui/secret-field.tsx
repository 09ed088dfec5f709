import { Eye, EyeOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button'
import { CopyButton } from './copy-button'
import { saveFile } from './save-file'
import { SavedIcon } from './saved-icon'
import { UntrustedText } from './untrusted-text'
import { minuteMs } from '@/lib/instants'

interface SecretFieldProps {
  label: string
  value: string
  fileName: string
  isTaken: boolean
  onTaken: (label: string) => void
}

const shownForMs = minuteMs
/** Limit above which a revealed secret is shortened; ordinary tokens and keys are shown in full. */
const maxSecretLength = 10_000

/** Masked secret that is part of the page only while it is revealed, for a minute at most. */
export function SecretField(props: SecretFieldProps) {
  const { label, value, fileName, isTaken, onTaken } = props
  const [isRevealed, setIsRevealed, isHiddenAgain] = useHiddenSoon()
  const Icon = isRevealed ? EyeOff : Eye
  const verb = isRevealed ? 'Hide' : 'Reveal'
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-1 py-2">
      <dt className="w-36 shrink-0 pt-1 text-muted wrap-anywhere md:pt-1.5">
        <UntrustedText>{label}</UntrustedText>
      </dt>
      <dd className="flex min-w-0 flex-1 basis-60 flex-wrap items-start justify-between gap-2">
        {/* Focusable so that a long secret can be scrolled with the keyboard. `translate="no"`: translators send page text to a server. */}
        <pre
          translate="no"
          // The focus stays where it is when the secret is hidden again.
          tabIndex={isRevealed ? 0 : -1}
          role={isRevealed ? 'group' : undefined}
          aria-label={isRevealed ? label : undefined}
          className="max-h-40 min-w-0 flex-1 basis-52 overflow-y-auto rounded-sm border border-line bg-canvas px-2 py-1 font-mono text-sm wrap-anywhere whitespace-pre-wrap"
        >
          {isRevealed ? (
            <UntrustedText isMultiline longest={maxSecretLength}>
              {value}
            </UntrustedText>
          ) : (
            <>
              <span aria-hidden>••••••••••••••••</span>
              <span className="sr-only">hidden</span>
            </>
          )}
        </pre>
        <output className="sr-only">{isHiddenAgain ? `${label} is hidden again.` : ''}</output>
        <span className="flex gap-1">
          <Button
            variant="secondary"
            icon={<Icon aria-hidden className="size-4" />}
            aria-label={`${verb} ${label}`}
            onClick={() => setIsRevealed(!isRevealed)}
          >
            {verb}
          </Button>
          <CopyButton
            text={() => value}
            label={`Copy ${label}`}
            variant="secondary"
            size="md"
            onCopied={() => onTaken(label)}
          />
          <Button
            isIconOnly
            aria-label={`Save ${label}`}
            tip={`Save as ${fileName}`}
            icon={<SavedIcon isTaken={isTaken} />}
            onClick={() => {
              saveFile({ name: fileName, content: value, type: 'text/plain' })
              onTaken(label)
            }}
          />
        </span>
      </dd>
    </div>
  )
}

/** Hides the secret again after a minute, or when the page is hidden. */
function useHiddenSoon() {
  const [isRevealed, setIsRevealed] = useState(false)
  const [isHiddenAgain, setIsHiddenAgain] = useState(false)
  useEffect(() => {
    if (!isRevealed) return
    const hide = () => {
      setIsRevealed(false)
      setIsHiddenAgain(true)
    }
    const hideWithPage = () => (document.visibilityState === 'hidden' ? hide() : undefined)
    const timer = setTimeout(hide, shownForMs)
    document.addEventListener('visibilitychange', hideWithPage)
    addEventListener('pagehide', hide)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', hideWithPage)
      removeEventListener('pagehide', hide)
    }
  }, [isRevealed])
  function reveal(wish: boolean) {
    setIsRevealed(wish)
    setIsHiddenAgain(false)
  }
  return [isRevealed, reveal, isHiddenAgain] as const
}
