import { actionWords } from './action-words'
import type { FailedAction } from './use-action-attempt'
import type { PlantDetail } from '@/api/plant-schemas'
import { isReplay, phaseOf } from '@/domain/actions/attempt'
import type { ConfirmedAction } from '@/domain/actions/consequences'
import { plantName } from '@/domain/plant/plant-name'
import { UntrustedText } from '@/ui/untrusted-text'

interface ConfirmTitleProps {
  action: ConfirmedAction
  plant: PlantDetail | undefined
  failure: FailedAction | undefined
  /** True when a later reading shows that the action was completed. */
  isDone: boolean
}

/** Title of the dialog: the question, or the outcome of the attempt. */
export function ConfirmTitle({ action, plant, failure, isDone }: ConfirmTitleProps) {
  const { question, gerund } = actionWords[action]
  const phase = phaseOf(failure)
  if (failure && phase === 'unknown') {
    return isReplay(failure) ? 'Completed, but the response was lost' : 'Outcome unknown'
  }
  const name = plant ? (
    <UntrustedText isCut fallback="this plant">
      {plantName(plant)}
    </UntrustedText>
  ) : (
    'this plant'
  )
  if (phase === 'refused') {
    return isDone ? (
      <>Refused, but {name} was changed</>
    ) : (
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
