import { useState } from 'react'
import type { ReactNode } from 'react'
import { Button } from '@/ui/button'
import { Finding } from '@/ui/finding'
import { focusIt } from '@/ui/focus-it'
import { TextField } from '@/ui/text-field'
import { UntrustedText } from '@/ui/untrusted-text'
import type { Leaving } from '@/ui/use-leave-guard'

interface ShowOnceFooterProps {
  isTaken: boolean
  /** Files and secrets that were neither saved nor copied. */
  missing: readonly string[]
  /** Name of everything that is shown: "the package". */
  noun: string
  /** Items that are needed but were not received. */
  lacks: readonly string[]
  /** True after a press of Escape, which doesn't close the dialog. */
  isEscapeRefused: boolean
  leaving: Leaving | undefined
  onClose: () => void
}

const escapeRefusal =
  'Esc doesn’t close this, so that no secret is lost by accident. Choose “I have stored it” or “Discard”.'

/** Buttons of the dialog with secrets. Asks before secrets that were not saved or copied are lost. */
export function ShowOnceFooter(props: ShowOnceFooterProps) {
  const { isTaken, missing, noun, lacks, isEscapeRefused, leaving, onClose } = props
  const [isDiscarding, setIsDiscarding] = useState(false)
  const [isDoubted, setIsDoubted] = useState(false)
  if (leaving) return <LeaveQuestion leaving={leaving} />
  if (isDiscarding) {
    return <DiscardSecretsQuestion onKeep={() => setIsDiscarding(false)} onDiscard={onClose} />
  }
  const isAllTaken = isTaken && missing.length === 0
  if (isDoubted && !isAllTaken) {
    return (
      <DoubtQuestion
        missing={missing}
        noun={noun}
        onBack={() => setIsDoubted(false)}
        onClose={onClose}
      />
    )
  }
  return (
    <Row
      says={
        <>
          <Taken isTaken={isTaken} missing={missing} noun={noun} lacks={lacks} />
          <p role="status" className="text-muted empty:hidden">
            {isEscapeRefused ? escapeRefusal : null}
          </p>
        </>
      }
    >
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

type TakenProps = Pick<ShowOnceFooterProps, 'isTaken' | 'missing' | 'noun' | 'lacks'>

function Taken({ isTaken, missing, noun, lacks }: TakenProps) {
  const isAllTaken = isTaken && missing.length === 0
  const isComplete = isAllTaken && lacks.length === 0
  return (
    <div role="status">
      <Finding tone={isComplete ? 'ok' : 'warn'}>
        {isComplete ? 'Everything is saved or copied.' : null}
        {isAllTaken && !isComplete
          ? `Everything received is saved or copied, but ${noun} is missing ${lacks.join(' and ')}.`
          : null}
        {isTaken ? null : 'Nothing is saved or copied yet.'}
        {isTaken && !isAllTaken ? (
          <>
            Not saved or copied yet: <UntrustedText>{missing.join(', ')}</UntrustedText>
          </>
        ) : null}
      </Finding>
    </div>
  )
}

function Question({ children }: { children: ReactNode }) {
  return (
    <div role="alert" ref={focusIt} tabIndex={-1} className="outline-none">
      <Finding tone="warn">{children}</Finding>
    </div>
  )
}

function LeaveQuestion({ leaving: { stay, leave } }: { leaving: Leaving }) {
  return (
    <Row says={<Question>Leave this page? Anything you haven’t stored is lost.</Question>}>
      <Button onClick={stay}>Stay</Button>
      <Button variant="danger" onClick={leave}>
        Leave
      </Button>
    </Row>
  )
}

interface DoubtQuestionProps {
  missing: readonly string[]
  noun: string
  onBack: () => void
  onClose: () => void
}

function DoubtQuestion({ missing, noun, onBack, onClose }: DoubtQuestionProps) {
  return (
    <Row
      says={
        <Question>
          Not saved or copied yet: <UntrustedText>{missing.join(', ') || noun}</UntrustedText>.
          Close anyway?
        </Question>
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
