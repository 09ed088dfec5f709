import type { PlantDetail } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'

export interface ShowOnceProps {
  issued: Issued
  before: PlantDetail
  /** Time at which `before` was read, Unix ms, server's clock. */
  beforeReadAtMs: number
  onStored: () => void
}

export interface ContentProps {
  before: PlantDetail
  /** Names of the files and secrets that were saved or copied; “all” for everything at once. */
  taken: ReadonlySet<string>
  onTaken: (name: string) => void
  onAllTaken: () => void
}
