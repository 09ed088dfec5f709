import type { PlantDetail } from '@/api/plant-schemas'
import type { Issued } from '@/api/provisioning'
import type { Taking } from '@/ui/show-once-dialog'

export interface ShowOnceProps {
  issued: Issued
  before: PlantDetail
  /** Time at which `before` was read, Unix ms, server's clock. */
  beforeReadAtMs: number
  onStored: () => void
}

export interface ContentProps extends Taking {
  before: PlantDetail
}
