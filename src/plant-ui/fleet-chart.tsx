import { codePart } from '@/lib/code-part'
import { chartFrame } from '@/ui/chart-frame'

/** A chart of the fleet, loaded on demand; each has a table. */
export const FleetChart = chartFrame(
  codePart(() => import('./fleet-charts')),
  'The table has the same figures.',
)
