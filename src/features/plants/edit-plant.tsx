import { Suspense, lazy } from 'react'
import type { EditPlantProps } from './edit-plant-dialog'
import type { MovePlantProps } from './move-plant-dialog'
import type { PlantAction } from '@/domain/plant-actions'

const EditPlantDialog = lazy(async () => ({
  default: (await import('./edit-plant-dialog')).EditPlantDialog,
}))
const MovePlantDialog = lazy(async () => ({
  default: (await import('./move-plant-dialog')).MovePlantDialog,
}))

interface Props extends EditPlantProps, MovePlantProps {
  /** The dialog that is open; others than edit and move are somebody else's. */
  action: PlantAction | undefined
}

export function EditPlant({ action, ...rest }: Props) {
  if (action !== 'edit' && action !== 'move') return null
  return (
    <Suspense fallback={null}>
      {action === 'edit' ? <EditPlantDialog {...rest} /> : <MovePlantDialog {...rest} />}
    </Suspense>
  )
}
