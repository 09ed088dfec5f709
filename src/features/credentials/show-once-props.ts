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
  /** Names of the files and secrets that were saved or copied; “all” for everything at once. */
  taken: ReadonlySet<string>
  /** A file or secret was saved or copied. */
  onTaken: (name: string) => void
  onAllTaken: () => void
}
