import { useEffect } from 'react'
import type { EditPlantProps } from './edit-plant-dialog'
import type { MovePlantProps } from './move-plant-dialog'
import type { PlantAction } from '@/domain/actions/plant-action-names'
import { codePart } from '@/lib/code-part'
import { whenIdle } from '@/lib/when-idle'
import { LazyDialog } from '@/ui/lazy-dialog'

const editPart = codePart(() => import('./edit-plant-dialog'))
const movePart = codePart(() => import('./move-plant-dialog'))

interface Props extends EditPlantProps, MovePlantProps {
  /** The open dialog; only edit and move are handled here. */
  action: PlantAction | undefined
}

/** Hosts the edit and move dialogs, whose code is loaded on demand. */
export function EditPlant({ action, ...rest }: Props) {
  // Preloads the edit form, but not the move dialog, which few people use. Opening either reports a failure.
  useEffect(() => whenIdle(editPart.preload), [])
  if (action === 'edit') {
    return (
      <LazyDialog key={action} part={editPart} isInUrl onClose={rest.onClose}>
        {({ EditPlantDialog }) => <EditPlantDialog {...rest} />}
      </LazyDialog>
    )
  }
  if (action !== 'move') return null
  return (
    <LazyDialog key={action} part={movePart} isInUrl onClose={rest.onClose}>
      {({ MovePlantDialog }) => <MovePlantDialog {...rest} />}
    </LazyDialog>
  )
}
