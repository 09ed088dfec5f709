import type { ComponentType } from 'react'
import type { PlantDetail } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'
import type { PlantAction } from '@/domain/plant-actions'

interface PlantActionDialogProps {
  plantId: string
  /** The dialog that is open. */
  action: PlantAction | undefined
  onClose: () => void
  onDeleted: () => void
  /** Shows what was issued until it is stored. */
  ShowIssued: ComponentType<{ issued: Issued; before: PlantDetail; onStored: () => void }>
}

export function PlantActionDialog({ action }: PlantActionDialogProps) {
  return action ? <p>{action}</p> : null
}
