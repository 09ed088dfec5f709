import { actionWords } from './action-words'
import { LostResponse } from './lost-response'
import type { FailedAction } from './use-action-attempt'
import { OutcomeEvidence } from '@/attempts/outcome-evidence'
import { RefusedOutcome } from '@/attempts/refused-outcome'
import { UnknownOutcome } from '@/attempts/unknown-outcome'
import type { PlantReading } from '@/attempts/use-plant-reading'
import type { ConfirmedAction } from '@/domain/actions/consequences'
import type { Verdict } from '@/domain/plant/verdict'
import { PlantSummary } from '@/plant-ui/plant-summary'

interface ActionOutcomeProps {
  action: ConfirmedAction
  failure: FailedAction
  isRefused: boolean
  reading: PlantReading
  /** Conclusion from a later reading; undefined before one arrives. */
  verdict: Verdict | undefined
  whyForbidden: (action: ConfirmedAction) => string | undefined
  onAction: (action: ConfirmedAction) => void
}

/** Outcome of an attempt that was refused or got no readable response, with the plant's current state. */
export function ActionOutcome(props: ActionOutcomeProps) {
  const { action, failure, isRefused, reading, verdict, whyForbidden, onAction } = props
  const { plant, error, isGone, readAtMs, checkedAtMs } = reading
  const evidence = (
    <OutcomeEvidence
      verdict={verdict}
      error={isGone ? null : error}
      readAtMs={checkedAtMs}
      isRefused={isRefused}
    />
  )
  const summary = plant && !isGone ? <PlantSummary plant={plant} readAtMs={readAtMs} /> : null
  const lost = (
    <LostResponse
      action={action}
      failure={failure}
      verdict={verdict}
      plant={plant}
      nowMs={reading.nowMs}
      whyForbidden={whyForbidden}
      onAction={onAction}
    />
  )
  if (isRefused) {
    return (
      <RefusedOutcome error={failure.error} evidence={evidence}>
        {verdict?.kind === 'done' ? lost : null}
        {summary}
      </RefusedOutcome>
    )
  }
  return (
    <UnknownOutcome
      error={failure.error}
      what={`${actionWords[action].gerund} the plant`}
      evidence={evidence}
    >
      {lost}
      {summary}
    </UnknownOutcome>
  )
}
