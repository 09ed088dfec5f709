import type { PlantDetail } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'

/** The issued credentials, and the plant as it was before. */
export interface ShowOnceProps {
  issued: Issued
  before: PlantDetail
  onStored: () => void
}

/** Props shared by all contents of the dialog. */
export interface ContentProps {
  before: PlantDetail
  /** A file or secret was saved or copied. */
  onTaken: (name: string) => void
  onAllTaken: () => void
}
