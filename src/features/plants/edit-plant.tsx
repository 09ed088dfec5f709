import { lazy, useEffect } from 'react'
import type { EditPlantProps } from './edit-plant-dialog'
import type { MovePlantProps } from './move-plant-dialog'
import type { PlantAction } from '@/domain/plant-actions'
import { LazyDialog } from '@/ui/lazy-dialog'
import { whenIdle } from '@/ui/when-idle'

const loadEdit = () => import('./edit-plant-dialog')
const EditPlantDialog = lazy(async () => ({ default: (await loadEdit()).EditPlantDialog }))
const MovePlantDialog = lazy(async () => ({
  default: (await import('./move-plant-dialog')).MovePlantDialog,
}))

interface Props extends EditPlantProps, MovePlantProps {
  /** The dialog that is open; others than edit and move are somebody else's. */
  action: PlantAction | undefined
}

export function EditPlant({ action, ...rest }: Props) {
  // The form comes ahead; few people move plants. Opening either reports that its code is gone.
  useEffect(() => whenIdle(() => void loadEdit().catch(() => undefined)), [])
  if (action !== 'edit' && action !== 'move') return null
  return (
    <LazyDialog key={action} onClose={rest.onClose}>
      {action === 'edit' ? <EditPlantDialog {...rest} /> : <MovePlantDialog {...rest} />}
    </LazyDialog>
  )
}
