import type { NewPlantProps } from './new-plant-dialog'
import { codePart } from '@/lib/code-part'
import { LazyDialog } from '@/ui/lazy-dialog'

const dialogPart = codePart(() => import('./new-plant-dialog'))

/** Preloads the dialog's code. */
export const preloadNewPlantDialog = dialogPart.preload

/** Hosts the dialog for a new plant, whose code is loaded on demand. */
export function NewPlant({ isOpen, ...rest }: NewPlantProps & { isOpen: boolean }) {
  if (!isOpen) return null
  return (
    <LazyDialog part={dialogPart} isInUrl onClose={rest.onClose}>
      {({ NewPlantDialog }) => <NewPlantDialog {...rest} />}
    </LazyDialog>
  )
}
