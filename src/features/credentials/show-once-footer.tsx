import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@/ui/button'
import { focusIt } from '@/ui/focus-it'
import { TextField } from '@/ui/text-field'
import { ToneIcon } from '@/ui/tone-icon'
import { UntrustedText } from '@/ui/untrusted-text'
import type { Leaving } from '@/ui/use-leave-guard'

interface ShowOnceFooterProps {
  isTaken: boolean
  /** Files and secrets that were neither saved nor copied. */
  missing: readonly string[]
  /** Items that the plant needs but did not receive. */
  lacks: readonly string[]
  leaving: Leaving | undefined
  onClose: () => void
}

/** Buttons of the dialog with secrets. Asks before secrets that were not saved or copied are lost. */
export function ShowOnceFooter({ isTaken, missing, lacks, leaving, onClose }: ShowOnceFooterProps) {
  const [isDiscarding, setIsDiscarding] = useState(false)
  const [isDoubted, setIsDoubted] = useState(false)
  if (leaving) return <LeaveQuestion leaving={leaving} />
  if (isDiscarding) {
    return <DiscardSecretsQuestion onKeep={() => setIsDiscarding(false)} onDiscard={onClose} />
  }
  const isAllTaken = isTaken && missing.length === 0
  if (isDoubted && !isAllTaken) {
    return <DoubtQuestion missing={missing} onBack={() => setIsDoubted(false)} onClose={onClose} />
  }
  return (
    <Row says={<Taken isTaken={isTaken} missing={missing} lacks={lacks} />}>
      <Button variant="quiet" onClick={() => setIsDiscarding(true)}>
        Discard
      </Button>
      <Button
        variant={isAllTaken ? 'primary' : 'secondary'}
        onClick={isAllTaken ? onClose : () => setIsDoubted(true)}
      >
        I have stored it
      </Button>
    </Row>
  )
}

function Row({ says, children }: { says: ReactNode; children: ReactNode }) {
  return (
    <div className="flex w-full flex-wrap items-center justify-end gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 basis-60 wrap-anywhere">{says}</div>
      <div className="flex flex-wrap justify-end gap-2 max-md:w-full max-md:[&>*]:flex-1">
        {children}
      </div>
    </div>
  )
}

type TakenProps = Pick<ShowOnceFooterProps, 'isTaken' | 'missing' | 'lacks'>

function Taken({ isTaken, missing, lacks }: TakenProps) {
  const isAllTaken = isTaken && missing.length === 0
  const isComplete = isAllTaken && lacks.length === 0
  return (
    <p
      role="status"
      className={`flex items-start gap-2 ${isComplete ? 'text-muted' : 'text-warn'}`}
    >
      <ToneIcon tone={isComplete ? 'ok' : 'warn'} className="mt-0.5 size-4" />
      <span>
        {isComplete ? 'Everything is saved or copied.' : null}
        {isAllTaken && !isComplete
          ? `Everything received is saved or copied, but the package is missing ${lacks.join(' and ')}.`
          : null}
        {isTaken ? null : 'Nothing is saved or copied yet.'}
        {isTaken && !isAllTaken ? (
          <>
            Not saved or copied yet: <UntrustedText>{missing.join(', ')}</UntrustedText>
          </>
        ) : null}
      </span>
    </p>
  )
}

function LeaveQuestion({ leaving: { stay, leave } }: { leaving: Leaving }) {
  return (
    <Row
      says={
        <p role="alert" ref={focusIt} tabIndex={-1} className="text-warn outline-none">
          Leave this page? Anything you haven’t stored is lost.
        </p>
      }
    >
      <Button onClick={stay}>Stay</Button>
      <Button variant="danger" onClick={leave}>
        Leave
      </Button>
    </Row>
  )
}

interface DoubtQuestionProps {
  missing: readonly string[]
  onBack: () => void
  onClose: () => void
}

/** Question after "I have stored it" when not everything was saved or copied with the buttons here. */
function DoubtQuestion({ missing, onBack, onClose }: DoubtQuestionProps) {
  return (
    <Row
      says={
        <p role="alert" ref={focusIt} tabIndex={-1} className="text-warn outline-none">
          Not saved or copied yet:{' '}
          <UntrustedText>{missing.join(', ') || 'the package'}</UntrustedText>. Close anyway?
        </p>
      }
    >
      <Button onClick={onBack}>Go back</Button>
      <Button variant="danger" onClick={onClose}>
        Close anyway
      </Button>
    </Row>
  )
}

const word = 'discard'

function DiscardSecretsQuestion({
  onKeep,
  onDiscard,
}: {
  onKeep: () => void
  onDiscard: () => void
}) {
  const [typed, setTyped] = useState('')
  const isTyped = typed.trim().toLowerCase() === word
  return (
    <form
      className="w-full"
      onSubmit={(event) => {
        event.preventDefault()
        if (isTyped) onDiscard()
      }}
    >
      <Row
        says={
          <TextField
            ref={focusIt}
            label={`Type “${word}” to confirm`}
            description="It may not be available again."
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        }
      >
        <Button onClick={onKeep}>Keep it</Button>
        <Button
          type="submit"
          variant="danger"
          disabledReason={isTyped ? null : `Type “${word}” first.`}
        >
          Discard now
        </Button>
      </Row>
    </form>
  )
}
