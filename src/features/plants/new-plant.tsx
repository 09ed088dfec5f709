import { Suspense, lazy } from 'react'
import type { NewPlantProps } from './new-plant-dialog'

const loadDialog = () => import('./new-plant-dialog')
const NewPlantDialog = lazy(async () => ({ default: (await loadDialog()).NewPlantDialog }))

/** Fetches the dialog's code ahead. A failure is no event: opening the dialog asks again and reports. */
export const preloadNewPlantDialog = () => void loadDialog().catch(() => undefined)

export function NewPlant({ isOpen, ...rest }: NewPlantProps & { isOpen: boolean }) {
  if (!isOpen) return null
  return (
    <Suspense fallback={null}>
      <NewPlantDialog {...rest} />
    </Suspense>
  )
}
