import type { PlantDetail } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'

/** What was issued, and the plant as it was before. */
export interface ShowOnceProps {
  issued: Issued
  before: PlantDetail
  onStored: () => void
}

/** What every kind of content in the dialog is given. */
export interface ContentProps {
  before: PlantDetail
  /** A file or secret was saved or copied. */
  onTaken: (name: string) => void
  onAllTaken: () => void
}
