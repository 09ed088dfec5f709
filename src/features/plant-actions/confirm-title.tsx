import { actionWords } from './action-words'
import type { FailedAction } from './use-action-attempt'
import type { PlantDetail } from '@/api/plant-schemas'
import { type Phase, outcomeTitle } from '@/domain/actions/attempt'
import type { ConfirmedAction } from '@/domain/actions/consequences'
import { plantName } from '@/domain/plant/plant-name'
import type { Verdict } from '@/domain/plant/verdict'
import { UntrustedText } from '@/ui/untrusted-text'

interface ConfirmTitleProps {
  action: ConfirmedAction
  plant: PlantDetail | undefined
  failure: FailedAction | undefined
  phase: Phase
  /** Conclusion from a later reading; undefined before one arrives. */
  verdict: Verdict | undefined
}

/** Title of the dialog: the question, or the outcome of the attempt. */
export function ConfirmTitle({ action, plant, failure, phase, verdict }: ConfirmTitleProps) {
  const { question, gerund } = actionWords[action]
  const found = failure && phase !== 'asking' ? outcomeTitle(failure, verdict) : undefined
  if (found !== undefined) return found
  const name = plant ? (
    <UntrustedText isCut fallback="this plant">
      {plantName(plant)}
    </UntrustedText>
  ) : (
    'this plant'
  )
  if (phase === 'refused') {
    return (
      <>
        {gerund} {name} was refused
      </>
    )
  }
  return (
    <>
      {question[0]}
      {name}
      {question[1]}
    </>
  )
}
