import type { Issued } from '@/api/provisioning'
import type { PlantDetail } from '@/api/plant-schemas'

/** What was issued, and the plant as it was before. */
export interface ShowOnceProps {
  issued: Issued
  before: PlantDetail
  onStored: () => void
}

export function ShowOnce({ issued }: ShowOnceProps) {
  return <p>{issued.action}</p>
}
