import { actionWords } from './action-words'
import type { Failure } from './use-action-sending'
import type { PlantDetail } from '@/api/plant-schemas'
import { isReplay, phaseOf } from '@/domain/actions/attempt'
import type { ConfirmedAction } from '@/domain/actions/consequences'
import { Data } from '@/ui/data'

interface ConfirmTitleProps {
  action: ConfirmedAction
  plant: PlantDetail | undefined
  failure: Failure | undefined
}

export function ConfirmTitle({ action, plant, failure }: ConfirmTitleProps) {
  const { question, deed } = actionWords[action]
  const phase = phaseOf(failure)
  if (failure && phase === 'unknown') {
    return isReplay(failure) ? 'Carried out, but its answer was lost' : 'Outcome unknown'
  }
  const name = plant ? (
    <Data isCut fallback="this plant">
      {plant.name || plant.serialNumber}
    </Data>
  ) : (
    'this plant'
  )
  if (phase === 'refused') {
    return (
      <>
        {deed} {name} was refused
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
