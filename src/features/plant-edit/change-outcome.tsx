import { SentValues } from './sent-values'
import type { ChangeFound } from './use-change-found'
import type { Template } from '@/api/templates'
import { OutcomeEvidence } from '@/attempts/outcome-evidence'
import { OutcomeFooter } from '@/attempts/outcome-footer'
import { RefusedOutcome } from '@/attempts/refused-outcome'
import { UnknownOutcome } from '@/attempts/unknown-outcome'
import { Button } from '@/ui/button'
import { useReadAt } from '@/ui/use-read-at'

interface ChangeOutcomeProps {
  /** Names the attempt, as "Saving FVE Tábor". */
  what: string
  error: Error
  change: ChangeFound
  templates?: readonly Template[]
}

/** Shows what a reading after a change reveals about it; below a form, what it reveals after a refusal. */
export function ChangeEvidence({ change }: { change: ChangeFound }) {
  const { reading, verdict, isRefused } = change
  return (
    <OutcomeEvidence
      verdict={verdict}
      error={reading.reading === 'gone' ? null : reading.error}
      readAtMs={useReadAt(reading.checkedAtMs)}
      isRefused={isRefused}
    />
  )
}

/** Outcome of a change without a readable response, or of one that was refused although the plant has it. */
export function ChangeOutcome({ what, error, change, templates = [] }: ChangeOutcomeProps) {
  const { found, isRefused } = change
  const evidence = <ChangeEvidence change={change} />
  const values = found ? <SentValues fields={found.fields} templates={templates} /> : null
  return isRefused ? (
    <RefusedOutcome error={error} evidence={evidence}>
      {values}
    </RefusedOutcome>
  ) : (
    <UnknownOutcome error={error} what={what} evidence={evidence}>
      {values}
    </UnknownOutcome>
  )
}

interface ChangeOutcomeFooterProps {
  change: ChangeFound
  onBack: () => void
  onClose: () => void
}

/** Buttons below the outcome of a change. */
export function ChangeOutcomeFooter({ change, onBack, onClose }: ChangeOutcomeFooterProps) {
  const { reading, isDone } = change
  if (isDone) {
    return (
      <Button variant="primary" onClick={onClose}>
        Close
      </Button>
    )
  }
  return (
    <OutcomeFooter
      back={{ label: 'Back to the form', onBack }}
      check={{ isChecking: reading.isFetching, onCheck: reading.readAgain }}
    />
  )
}
